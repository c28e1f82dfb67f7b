//! Makes an input of others: letters, words, cells, rows and columns are changed, doubled, moved and taken away.

use crate::grammar;
use crate::random::Random;

/// Inputs grow no longer than this by what is put in, in bytes.
const LONG: usize = 4000;
/// One in so many inputs is blown up, each of its cells to about so many bytes at most.
const BLOWN_UP: usize = 3000;
const BYTES: usize = 25;

/// A new input from `seed`, another one of the pool, and the words that there are. `sign` parts the cells, of which there
/// are `most` or fewer.
pub fn mutate(random: &mut Random, [seed, other]: [&String; 2], sign: char, most: usize) -> String {
    let mut text = seed.clone();
    for _ in 0..1 + random.below(5) {
        text = if random.once_in(2) { letters(random, &text) } else { cells(random, &text, other, sign) };
    }
    if text.len() > LONG {
        text = text.chars().take(LONG / 2).collect();
    }
    if random.once_in(BLOWN_UP) { blow_up(random, &text, sign, most) } else { text }
}

/// A place in `text` where a letter begins or the text ends.
fn place(random: &mut Random, text: &str) -> usize {
    let mut at = random.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn letters(random: &mut Random, text: &str) -> String {
    let (from, to) = (place(random, text), place(random, text));
    let (from, mut to) = (from.min(to), from.max(to));
    // Most changes are small.
    if random.below(4) > 0 {
        to = text.char_indices().map(|(at, _)| at).find(|at| *at > from).unwrap_or(from).min(to);
    }
    let (before, range, after) = (&text[..from], &text[from..to], &text[to..]);
    match random.below(7) {
        0 => [before, after].concat(),
        1 | 2 => [before, &grammar::word(random), range, after].concat(),
        3 => [before, &grammar::word(random), after].concat(),
        4 => [before, &range.repeat(2 + random.below(8)), after].concat(),
        5 => match range.char_indices().nth(1) {
            // Turned round about its second letter.
            Some((at, _)) => [before, &range[at..], &range[..at], after].concat(),
            None => [before, &grammar::number(random), after].concat(),
        },
        _ => before.to_string(),
    }
}

fn split(text: &str, sign: char) -> Vec<Vec<String>> {
    text.split('\n').map(|row| row.split(sign).map(str::to_string).collect()).collect()
}

fn joined(rows: &[Vec<String>], sign: char) -> String {
    rows.iter().map(|row| row.join(&sign.to_string())).collect::<Vec<_>>().join("\n")
}

fn turned(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    (0..width).map(|at| rows.iter().map(|row| row.get(at).cloned().unwrap_or_default()).collect()).collect()
}

fn cells(random: &mut Random, text: &str, other: &str, sign: char) -> String {
    let mut rows = split(text, sign);
    let (row, from) = (random.below(rows.len()), random.below(rows.len()));
    let (column, place) = (random.below(rows[row].len()), random.below(rows[from].len()));
    match random.below(14) {
        0..=3 => rows[row][column] = grammar::cell(random),
        4 => {
            let moved = std::mem::take(&mut rows[from][place]);
            rows[row][column] = moved;
        }
        5 => rows.insert(row, rows[from].clone()),
        6 => drop(rows.remove(row)),
        7 => rows
            .iter_mut()
            .for_each(|row| row.insert(column.min(row.len()), row.get(place).cloned().unwrap_or_default())),
        8 => rows.iter_mut().filter(|row| row.len() > column).for_each(|row| drop(row.remove(column))),
        9 => rows = turned(&rows),
        10 => {
            // One cell over several, as a table with spans has it.
            let said = rows[row][column].clone();
            for row in rows.iter_mut().skip(row).take(1 + random.below(3)) {
                row.iter_mut().skip(column).take(1 + random.below(3)).for_each(|cell| cell.clone_from(&said));
            }
        }
        11 => rows[row][column] = ["\"", &rows[row][column].replace('"', "\"\""), "\""].concat(),
        12 => {
            let others = split(other, sign);
            let (at, many) = (random.below(others.len()), 1 + random.below(others.len()));
            rows.extend(others.into_iter().skip(at).take(many));
        }
        _ => rows = if random.once_in(2) { grammar::table(random) } else { rows.split_off(row) },
    }
    let sign = if random.once_in(12) {
        random.of(&[",", ";", "\t", "，", "；"]).chars().next().unwrap_or(sign)
    } else {
        sign
    };
    joined(&rows, sign)
}

/// All of it, one row, the cells of each row, or one word, over and over.
fn blow_up(random: &mut Random, text: &str, sign: char, most: usize) -> String {
    let mut rows = split(text, sign);
    let cells = |rows: &[Vec<String>]| rows.iter().map(Vec::len).sum::<usize>().max(1);
    let all = [text, "\n"].concat();
    let size = 1 + random.below(most);
    let often = |cells: usize, bytes: usize| (size / cells).min(BYTES * most / bytes.max(1)) + 1;
    match random.below(5) {
        0 => all.repeat(often(cells(&rows), all.len())),
        1 => joined(&turned(&split(&all.repeat(often(cells(&rows), all.len())), sign)), sign),
        2 => {
            // Many heads, or many values of one year.
            let at = random.below(rows.len());
            let row = rows[at].clone();
            let times = often(row.len(), row.iter().map(|cell| cell.len() + 1).sum());
            rows.splice(at..at, std::iter::repeat_n(row, times));
            joined(&rows, sign)
        }
        3 => {
            let times = often(cells(&rows), all.len());
            rows.iter_mut().for_each(|row| *row = row.iter().cycle().take(row.len() * times).cloned().collect());
            joined(&rows, sign)
        }
        _ => {
            let (at, word) = (place(random, text), grammar::word(random));
            [&text[..at], &word.repeat(often(1, word.len())), &text[at..]].concat()
        }
    }
}
