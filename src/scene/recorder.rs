//! A plotters backend that records marks with their roles instead of painting them.
//!
//! plotters' own SVG backend hard-codes colours, knows no roles and measures text by bytes. Coordinates are
//! tenths of a CSS pixel, because plotters' are integers.

use super::Node;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

/// Tenths of a pixel in a pixel.
pub(super) const UNITS: f64 = 10.0;

/// What plotters may ask that a recorder of marks can't do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsupported(&'static str);

impl std::fmt::Display for Unsupported {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the recorder has no {}: draw a mark instead", self.0)
    }
}

impl std::error::Error for Unsupported {}

/// Attributes of the marks that follow.
pub(super) type Pen = Vec<(&'static str, String)>;

/// Records marks in painting order, within open groups.
#[derive(Debug)]
pub(super) struct Recorder {
    size: (u32, u32),
    open: Vec<Node>,
    pen: Pen,
    title: Option<String>,
}

impl Recorder {
    /// A recorder for a canvas of `width` × `height` CSS pixels.
    pub(super) fn new(width: f64, height: f64) -> Recorder {
        let size = ((width * UNITS) as u32, (height * UNITS) as u32);
        Recorder { size, open: vec![Node::new("g", Vec::new())], pen: Vec::new(), title: None }
    }

    /// Opens a group.
    pub(super) fn open(&mut self, attributes: Pen) {
        self.open.push(Node::new("g", attributes));
    }

    /// Closes the group opened last.
    pub(super) fn close(&mut self) {
        if self.open.len() > 1
            && let Some(group) = self.open.pop()
            && let Some(parent) = self.open.last_mut()
        {
            parent.children.push(group);
        }
    }

    /// Sets the attributes of the marks that follow.
    pub(super) fn pen(&mut self, pen: Pen) {
        self.pen = pen;
    }

    /// Gives the next mark a title, which browsers show as a tooltip.
    pub(super) fn title(&mut self, title: &str) {
        self.title = Some(title.to_string());
    }

    /// Records a node as it is.
    pub(super) fn push(&mut self, node: Node) {
        if let Some(group) = self.open.last_mut() {
            group.children.push(node);
        }
    }

    /// All that was recorded.
    pub(super) fn into_nodes(mut self) -> Vec<Node> {
        while self.open.len() > 1 {
            self.close();
        }
        self.open.pop().map(|root| root.children).unwrap_or_default()
    }

    fn mark(&mut self, name: &'static str, mut shape: Pen) {
        shape.extend(self.pen.iter().cloned());
        let mut node = Node::new(name, shape);
        if let Some(title) = self.title.take() {
            let mut child = Node::new("title", Vec::new());
            child.text = title;
            node.children.push(child);
        }
        self.push(node);
    }
}

/// Pixels as they are written: to a tenth.
pub(super) fn unit(pixels: f64) -> String {
    px((pixels * UNITS).round() as i32)
}

/// Tenths of a pixel as pixels, without a trailing `.0`.
pub(super) fn px(units: i32) -> String {
    let (whole, tenth) = (units.abs() / 10, units.abs() % 10);
    let sign = if units < 0 { "-" } else { "" };
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenth}") }
}

fn path_data(points: impl IntoIterator<Item = BackendCoord>, closed: bool) -> String {
    let mut data = String::new();
    for (i, (x, y)) in points.into_iter().enumerate() {
        data.push(if i == 0 { 'M' } else { 'L' });
        data.push_str(&px(x));
        data.push(' ');
        data.push_str(&px(y));
    }
    if closed {
        data.push('Z');
    }
    data
}

impl DrawingBackend for Recorder {
    type ErrorType = Unsupported;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Unsupported>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Unsupported>> {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Result<(), DrawingErrorKind<Unsupported>> {
        Err(DrawingErrorKind::DrawingError(Unsupported("pixels")))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        _: &S,
    ) -> Result<(), DrawingErrorKind<Unsupported>> {
        self.mark("path", vec![("d", path_data([from, to], false))]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        _: &S,
    ) -> Result<(), DrawingErrorKind<Unsupported>> {
        self.mark("path", vec![("d", path_data(path, false))]);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        _: &S,
        _: bool,
    ) -> Result<(), DrawingErrorKind<Unsupported>> {
        let (left, right) = (upper_left.0.min(bottom_right.0), upper_left.0.max(bottom_right.0));
        let (top, bottom) = (upper_left.1.min(bottom_right.1), upper_left.1.max(bottom_right.1));
        let shape = vec![("x", px(left)), ("y", px(top)), ("width", px(right - left)), ("height", px(bottom - top))];
        self.mark("rect", shape);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        _: &S,
        _: bool,
    ) -> Result<(), DrawingErrorKind<Unsupported>> {
        self.mark("circle", vec![("cx", px(center.0)), ("cy", px(center.1)), ("r", px(radius as i32))]);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        _: &S,
    ) -> Result<(), DrawingErrorKind<Unsupported>> {
        self.mark("path", vec![("d", path_data(vertices, true))]);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Unsupported>> {
        let mut shape = vec![("x", px(at.0)), ("y", px(at.1)), ("font-size", px((style.size()) as i32))];
        shape.extend(self.pen.iter().cloned());
        let mut node = Node::new("text", shape);
        node.text = text.to_string();
        self.push(node);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Unsupported>> {
        Ok((super::width(text, style.size(), false) as u32, style.size() as u32))
    }

    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Result<(), DrawingErrorKind<Unsupported>> {
        Err(DrawingErrorKind::DrawingError(Unsupported("bitmaps")))
    }
}
