//! Groups in columns: filled one after the other to about the same height.

use super::super::labels::Rect;
use super::super::pencil::Pencil;
use super::lines::Lines;
use super::{SMALL, Sheet};
use crate::view::{Count, Group, Tile};

/// A group of at least so many tiles may go on in the next column, and so many of it stay together.
const LONG: usize = 6;
const TOGETHER: usize = 2;

/// A tile in its place: its group, its place in that, and its column.
struct Placed<'m> {
    group: usize,
    at: usize,
    tile: &'m Tile,
    high: f64,
    column: usize,
}

impl Sheet<'_> {
    /// The groups from the top `y` down; returns where they end.
    pub(super) fn flow(&self, pencil: &mut Pencil, groups: &[Group], counted: bool, mut y: f64) -> f64 {
        let mut placed: Vec<Placed<'_>> = Vec::new();
        for (group, own) in groups.iter().enumerate() {
            for (at, tile) in own.tiles.iter().enumerate() {
                placed.push(Placed { group, at, tile, high: self.high(tile), column: 0 });
            }
        }
        // One group has its name above all columns, and tiles beside each other in them.
        let alone = self.columns > 1 && groups.len() == 1;
        let mut spare = Pencil::new(self.place.width);
        let mut heads = Vec::new();
        for group in groups {
            heads.push(if alone {
                0.0
            } else {
                self.head(&mut spare, group, counted, true, (self.place.left, 0.0, self.wide))
            });
        }
        if let Some(group) = groups.first().filter(|_| alone) {
            y = self.head(pencil, group, counted, true, (self.place.left, y, self.place.width));
        }
        let whole = placed.iter().map(|one| one.high).sum::<f64>() + heads.iter().sum::<f64>();
        let mut limit = whole / self.columns as f64;
        // Higher and higher, until there are columns enough.
        while fill(&mut placed, groups, &heads, limit, alone) >= self.columns {
            limit += self.place.text;
        }
        let (mut bottom, mut column, mut at) = (y, 0, y);
        for one in &placed {
            let left = self.left(one.column);
            let begins = one.column != column;
            if begins {
                (column, at) = (one.column, y);
            }
            if let Some(group) = groups.get(one.group).filter(|_| !alone && (one.at == 0 || begins)) {
                at = self.head(pencil, group, counted, one.at == 0, (left, at, self.wide));
            } else if !alone || at > y {
                self.rule(pencil, self.palette.grid, (left, at, self.wide));
            }
            let end = at + one.high;
            pencil.open("tile", Some(one.tile.card));
            pencil.area(Rect { left, top: at, right: left + self.wide, bottom: end });
            let own = self.tile(&mut spare, one.tile, 0.0, 0.0);
            self.tile(pencil, one.tile, left, at + (one.high - own) / 2.0);
            pencil.close();
            at = end;
            bottom = bottom.max(at);
        }
        bottom
    }

    /// How high a tile is with the room around it, enough for a finger.
    fn high(&self, tile: &Tile) -> f64 {
        let own = self.tile(&mut Pencil::new(self.place.width), tile, 0.0, 0.0);
        (own + 0.9 * self.place.text).max(self.place.touch())
    }

    fn rule(&self, pencil: &mut Pencil, ink: &str, (left, top, wide): (f64, f64, f64)) {
        let line = [("fill", "none"), ("stroke", ink)];
        pencil.path(&[(left, top + 0.5), (left + wide, top + 0.5)], false, &line);
    }

    /// Rule, name and counts of a group; of one that goes on the name alone. Returns where they end.
    fn head(&self, pencil: &mut Pencil, group: &Group, counted: bool, new: bool, at: (f64, f64, f64)) -> f64 {
        let (text, (left, top, wide)) = (self.place.text, at);
        pencil.open("group", None);
        self.rule(pencil, if new { self.palette.quiet } else { self.palette.grid }, at);
        let name = Lines::of(&group.name, SMALL * text, new, wide, usize::MAX);
        let counts: &[Count] = if new && counted { &group.counts } else { &[] };
        let end = self.heading(pencil, &name, counts, false, (left, top + 0.35 * text, left + wide));
        pencil.close();
        end
    }
}

/// Puts tiles in columns that are no higher than `limit` where that can be; returns the last column.
fn fill(placed: &mut [Placed<'_>], groups: &[Group], heads: &[f64], limit: f64, alone: bool) -> usize {
    let (mut column, mut y) = (0, 0.0);
    for at in 0..placed.len() {
        let Some((group, own)) = placed.get(at).map(|one| (one.group, one.at)) else { break };
        let count = groups.get(group).map_or(0, |group| group.tiles.len());
        let head = heads.get(group).copied().unwrap_or(0.0);
        // What has to stay with this tile: all of a short group, else the next one or two.
        let together = if alone {
            1
        } else if count < LONG {
            count - own
        } else if own == 0 || count - own <= TOGETHER {
            TOGETHER.min(count - own)
        } else {
            1
        };
        let may = alone || own == 0 || (count >= LONG && own >= TOGETHER && count - own >= TOGETHER);
        let high: f64 = placed.iter().skip(at).take(together).map(|one| one.high).sum();
        let high = if own == 0 { high + head } else { high };
        if may && y > 0.0 && y + high > limit + 0.01 {
            column += 1;
            // A group that goes on is named again.
            y = if own > 0 { head } else { 0.0 };
        }
        if let Some(one) = placed.get_mut(at) {
            y += one.high + if own == 0 { head } else { 0.0 };
            one.column = column;
        }
    }
    column
}
