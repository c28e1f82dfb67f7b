//! Label placement: labels never cross each other, a mark, a line or the edge, and none stands nearer to another mark than
//! to its own. They move, then shorten, then fold away.

use super::text::width;

/// A rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rect {
    /// A rectangle around a point.
    pub(super) fn around(x: f64, y: f64, reach: f64) -> Rect {
        Rect { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
    }

    fn meets(&self, other: &Rect) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Grown by so much on each side.
    fn grown(&self, across: f64, up: f64) -> Rect {
        Rect { left: self.left - across, top: self.top - up, right: self.right + across, bottom: self.bottom + up }
    }

    /// The square of how far a point is from it.
    fn distance(&self, (x, y): (f64, f64)) -> f64 {
        let (across, up) = ((self.left - x).max(x - self.right).max(0.0), (self.top - y).max(y - self.bottom).max(0.0));
        across * across + up * up
    }

    fn holds(&self, inner: &Rect) -> bool {
        self.left <= inner.left && self.top <= inner.top && self.right >= inner.right && self.bottom >= inner.bottom
    }

    /// Whether the segment touches the rectangle (Liang & Barsky 1984, clipping against each edge in turn).
    fn meets_segment(&self, (ax, ay): (f64, f64), (bx, by): (f64, f64)) -> bool {
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let edges = [
            (ax - bx, ax - self.left),
            (bx - ax, self.right - ax),
            (ay - by, ay - self.top),
            (by - ay, self.bottom - ay),
        ];
        for (direction, distance) in edges {
            if direction == 0.0 {
                if distance < 0.0 {
                    return false;
                }
            } else if direction < 0.0 {
                enter = enter.max(distance / direction);
            } else {
                leave = leave.min(distance / direction);
            }
        }
        enter <= leave
    }
}

/// Where a label's text is anchored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// SVG's `text-anchor`.
    pub(super) fn svg(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// A label that found its place: anchor point on the baseline.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) anchor: Anchor,
}

/// What stands in the way, and the frame.
#[derive(Debug)]
pub(super) struct Board {
    frame: Rect,
    taken: Vec<Rect>,
    /// The labels so far.
    labels: Vec<Rect>,
    /// Middles of the marks that labels belong to.
    marks: Vec<(f64, f64)>,
    lines: Vec<((f64, f64), (f64, f64))>,
}

/// What is asked of a place: text variants (longest first), size in pixels, weight.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish<'t> {
    pub(super) texts: &'t [String],
    pub(super) size: f64,
    pub(super) bold: bool,
    /// How far from its anchor a label begins.
    pub(super) reach: f64,
    /// Whether its anchors are the marks that it names: it then stands nearer to them than to any other.
    pub(super) names: bool,
    /// Whether it matters more than its nearness: it may move farther off.
    pub(super) far: bool,
}

/// Directions around a mark, best first: (anchor, horizontal, vertical) in reaches and line heights.
const NEAR: [(Anchor, f64, f64); 8] = [
    (Anchor::Middle, 0.0, -1.0),
    (Anchor::End, 0.7, -1.0),
    (Anchor::Start, -0.7, -1.0),
    (Anchor::End, -1.0, 0.0),
    (Anchor::Start, 1.0, 0.0),
    (Anchor::Middle, 0.0, 1.0),
    (Anchor::End, 0.7, 1.0),
    (Anchor::Start, -0.7, 1.0),
];

/// Farther off.
const FAR: [(Anchor, f64, f64); 8] = [
    (Anchor::End, 0.7, -2.2),
    (Anchor::End, 0.7, 2.2),
    (Anchor::Middle, 0.0, -2.2),
    (Anchor::Middle, 0.0, 2.2),
    (Anchor::End, 0.7, -3.4),
    (Anchor::End, 0.7, 3.4),
    (Anchor::End, 0.7, 4.6),
    (Anchor::End, 0.7, 5.8),
];

impl Board {
    pub(super) fn new(frame: Rect) -> Board {
        Board { frame, taken: Vec::new(), labels: Vec::new(), marks: Vec::new(), lines: Vec::new() }
    }

    pub(super) fn block(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// A mark that labels may belong to, as large as `rect`.
    pub(super) fn mark(&mut self, at: (f64, f64), rect: Rect) {
        self.marks.push(at);
        self.block(rect);
    }

    pub(super) fn block_line(&mut self, points: &[(f64, f64)]) {
        self.lines.extend(points.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))));
    }

    /// Places a label at one of `anchors`, the first that works with the longest text that works; farther off only when
    /// no text of it has room nearby.
    pub(super) fn place(&mut self, wish: Wish<'_>, anchors: &[(f64, f64)], below: bool) -> Option<Placed> {
        // From afar a bare number does not say whose it is.
        let telling = wish.texts.get(..wish.texts.len().saturating_sub(1)).filter(|some| !some.is_empty());
        let near = (wish.texts, &NEAR);
        let far = wish.far.then_some((telling.unwrap_or(wish.texts), &FAR));
        for (texts, ring) in [Some(near), far].into_iter().flatten() {
            for text in texts {
                for anchor in anchors {
                    for direction in ring {
                        let (placed, rect) = candidate(text, wish, *anchor, *direction, below);
                        if self.frame.holds(&rect) && self.free(&rect) && (!wish.names || self.own(&rect, anchors)) {
                            self.labels.push(rect);
                            return Some(placed);
                        }
                    }
                }
            }
        }
        None
    }

    /// Whether nothing stands in `rect`.
    pub(super) fn free(&self, rect: &Rect) -> bool {
        let high = rect.bottom - rect.top;
        // Two labels that touch read as one.
        let airy = rect.grown(high * 0.4, high * 0.2);
        !self.taken.iter().any(|taken| taken.meets(rect))
            && !self.labels.iter().any(|label| label.meets(&airy))
            && !self.lines.iter().any(|(a, b)| rect.meets_segment(*a, *b))
    }

    /// Whether no other mark is nearer to `rect` than one of `marks`, its own.
    fn own(&self, rect: &Rect, marks: &[(f64, f64)]) -> bool {
        let near = marks.iter().map(|mark| rect.distance(*mark)).fold(f64::INFINITY, f64::min);
        self.marks.iter().all(|mark| marks.contains(mark) || rect.distance(*mark) >= near)
    }
}

fn candidate(
    text: &str,
    wish: Wish<'_>,
    (x, y): (f64, f64),
    (anchor, across, up): (Anchor, f64, f64),
    below: bool,
) -> (Placed, Rect) {
    let wide = width(text, wish.size, wish.bold);
    let up = if below { -up } else { up };
    let x = x + across * wish.reach;
    // The cap height is about 0.72 em: a label beside its mark is centred on it.
    let y = match up {
        u if u < 0.0 => y - wish.reach + (u + 1.0) * wish.size,
        u if u > 0.0 => y + wish.reach + wish.size * 0.8 + (u - 1.0) * wish.size,
        _ => y + wish.size * 0.36,
    };
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - wide / 2.0,
        Anchor::End => x - wide,
    };
    let rect =
        Rect { left: left - 3.0, top: y - wish.size * 0.9, right: left + wide + 3.0, bottom: y + wish.size * 0.22 };
    (Placed { text: text.to_string(), x, y, anchor }, rect)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn board() -> Board {
        Board::new(Rect { left: 0.0, top: 0.0, right: 200.0, bottom: 100.0 })
    }

    fn texts(list: &[&str]) -> Vec<String> {
        list.iter().map(|text| text.to_string()).collect()
    }

    #[test]
    fn labels_move_then_shorten_then_fold_away() {
        let long = texts(&["a fairly long label", "short"]);
        let wish = Wish { texts: &long, size: 10.0, bold: false, reach: 6.0, names: false, far: false };
        let mut free = board();
        assert_eq!(free.place(wish, &[(100.0, 50.0)], false).map(|p| p.text).as_deref(), Some("a fairly long label"));
        let mut tight = Board::new(Rect { left: 70.0, top: 0.0, right: 130.0, bottom: 100.0 });
        assert_eq!(tight.place(wish, &[(100.0, 50.0)], false).map(|p| p.text).as_deref(), Some("short"));
        let mut full = board();
        full.block(Rect { left: 0.0, top: 0.0, right: 200.0, bottom: 100.0 });
        assert_eq!(full.place(wish, &[(100.0, 50.0)], false), None);
    }

    #[test]
    fn a_label_avoids_lines() {
        let one = texts(&["label"]);
        let wish = Wish { texts: &one, size: 10.0, bold: false, reach: 6.0, names: false, far: false };
        let mut board = board();
        board.block_line(&[(0.0, 38.0), (200.0, 38.0)]);
        let placed = board.place(wish, &[(100.0, 50.0)], false);
        assert!(placed.is_some_and(|p| p.y > 42.0));
    }

    #[test]
    fn a_label_stands_nearer_to_its_own_mark_than_to_another() {
        let texts = texts(&["label"]);
        let wish = Wish { texts: &texts, size: 10.0, bold: false, reach: 6.0, names: true, far: true };
        let (own, other) = ((100.0, 60.0), (100.0, 48.0));
        let mut board = board();
        board.mark(own, Rect::around(own.0, own.1, 4.0));
        board.mark(other, Rect::around(other.0, other.1, 4.0));
        let placed = board.place(wish, &[own], false).expect("there is room below");
        assert!(placed.y > own.1, "{placed:?}");
        // Between two others there is no place that is its own.
        let mut board = self::board();
        for x in [80.0, 88.0, 112.0, 120.0] {
            for y in [40.0, 52.0, 60.0, 68.0, 80.0] {
                board.mark((x, y), Rect::around(x, y, 1.0));
            }
        }
        assert_eq!(board.place(wish, &[own], false), None);
    }

    proptest::proptest! {
        #[test]
        fn placed_labels_never_overlap(points in proptest::collection::vec((0.0..200.0f64, 0.0..100.0f64), 1..20)) {
            let one = texts(&["label", "l"]);
            let mut board = board();
            let mut before = 0;
            for point in points {
                let wish = Wish { texts: &one, size: 10.0, bold: true, reach: 4.0, names: false, far: true };
                if board.place(wish, &[point], false).is_some() {
                    let new = board.labels[before];
                    proptest::prop_assert!(board.labels[..before].iter().all(|old| !old.meets(&new)));
                    proptest::prop_assert!(board.frame.holds(&new));
                    before += 1;
                }
            }
        }
    }
}
