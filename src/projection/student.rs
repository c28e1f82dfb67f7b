//! Student's t at any degrees of freedom, whole or not.

/// Student's t distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Student {
    /// Degrees of freedom: at least 1.
    pub df: f64,
    /// 1 / B(df/2, 1/2), with B the beta function.
    front: f64,
}

impl Student {
    /// With `df` degrees of freedom; below 1, or no number, counts as 1.
    pub fn new(df: f64) -> Student {
        let df = df.max(1.0);
        Student { df, front: gamma_ratio(df / 2.0) / libm::sqrt(std::f64::consts::PI) }
    }

    /// P(T ≥ t); `t` may be infinite. To 1e-10 of itself (of its complement for t < 0).
    ///
    /// Half of the regularised incomplete beta function I_x(df/2, 1/2) at x = df / (df + t²) (Abramowitz & Stegun 1964,
    /// 26.7.1), by the continued fraction on the side where that converges.
    pub fn tail(&self, t: f64) -> f64 {
        let (a, b) = (self.df / 2.0, 0.5);
        // Of the two, neither overflows for the largest t, and the small one keeps its digits.
        let (x, y) = (1.0 / (1.0 + t * t / self.df), 1.0 / (1.0 + self.df / (t * t)));
        let front = self.front * libm::pow(x, a) * libm::sqrt(y);
        let both = if x < (a + 1.0) / (a + b + 2.0) {
            front / a * fraction(a, b, x)
        } else {
            1.0 - front / b * fraction(b, a, y)
        };
        if t < 0.0 { 1.0 - both / 2.0 } else { both / 2.0 }
    }

    /// The t that lies above a share `p` of all, p from 0.5 to below 1.
    ///
    /// Newton's method on the distribution function: that is concave above 0, so that from 0 every step falls short.
    pub fn quantile(&self, p: f64) -> f64 {
        let mut t = 0.0;
        for _ in 0..64 {
            let x = self.df / (self.df + t * t);
            let density = self.front / libm::sqrt(self.df) * libm::pow(x, (self.df + 1.0) / 2.0);
            let step = (self.tail(t) - (1.0 - p)) / density;
            t += step;
            if step <= 1e-15 * t {
                break;
            }
        }
        t
    }
}

/// Γ(z + 1/2) / Γ(z) for z > 0, to 1e-13: the asymptotic series in 1 / (z - 1/4)² (DLMF 5.11.14; Fields, Proceedings
/// of the Edinburgh Mathematical Society 15, 1966, 43-45), brought to large z by Γ(z + 1) = z Γ(z). Much smaller than
/// a logarithm of the gamma function, and without its loss of digits.
fn gamma_ratio(mut z: f64) -> f64 {
    let mut ratio = 1.0;
    while z < 24.0 {
        ratio *= z / (z + 0.5);
        z += 1.0;
    }
    let w = z - 0.25;
    let square = 1.0 / (w * w);
    ratio * libm::sqrt(w) * (1.0 + square * (1.0 / 64.0 + square * (-19.0 / 8192.0 + square * (631.0 / 524_288.0))))
}

/// The part of I_x(a, b) behind x^a (1 - x)^b / (a B(a, b)): the continued fraction DLMF 8.17.22, by the modified
/// method of Lentz (Applied Optics 15, 1976, 668-671). It converges fast for x < (a + 1) / (a + b + 2).
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let (mut value, mut above, mut below) = (1.0, 1.0, 0.0);
    for i in 1..1000 {
        let m = f64::from(i / 2);
        let odd = i % 2 == 1;
        let top = if odd { -(a + m) * (a + b + m) } else { m * (b - m) };
        let at = a + 2.0 * m;
        let term = top * x / (at * if odd { at + 1.0 } else { at - 1.0 });
        below = 1.0 / (1.0 + term * below);
        above = 1.0 + term / above;
        let factor = above * below;
        value *= factor;
        if (factor - 1.0).abs() < 1e-15 {
            break;
        }
    }
    1.0 / value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_two_degrees_have_closed_forms() {
        for t in [-1e9, -40.0, -3.0, -0.5, -1e-9, 0.0, 1e-9, 0.3, 1.0, 2.0, 17.0, 1e6] {
            let cauchy = 0.5 - libm::atan(t) / std::f64::consts::PI;
            let two = 0.5 - t / (2.0 * libm::sqrt(2.0 + t * t));
            assert!((Student::new(1.0).tail(t) - cauchy).abs() < 1e-14, "{t}");
            assert!((Student::new(2.0).tail(t) - two).abs() < 1e-14, "{t}");
        }
    }

    #[test]
    fn far_tails_keep_their_digits() {
        // P(T ≥ t) at one degree of freedom is atan(1/t) / π.
        for t in [1e3, 1e6, 1e9] {
            let exact = libm::atan(1.0 / t) / std::f64::consts::PI;
            assert!((Student::new(1.0).tail(t) / exact - 1.0).abs() < 1e-12, "{t}");
        }
    }

    #[test]
    fn nothing_lies_beyond_infinity() {
        for df in [0.0, 1.0, 2.6, 100.0, 1e6] {
            let student = Student::new(df);
            assert_eq!(student.tail(f64::INFINITY), 0.0);
            assert_eq!(student.tail(f64::NEG_INFINITY), 1.0);
            assert_eq!(student.tail(0.0), 0.5);
        }
    }

    #[test]
    fn the_quantile_undoes_the_tail() {
        for df in [1.0, 2.0, 2.8, 3.4, 7.5, 30.0, 1000.0] {
            let student = Student::new(df);
            for p in [0.5, 0.6, 0.8, 0.9, 0.975, 0.995] {
                assert!((student.tail(student.quantile(p)) - (1.0 - p)).abs() < 1e-14, "{df} {p}");
            }
        }
    }

    #[test]
    fn the_tail_falls_without_a_seam() {
        for df in [1.0, 2.6, 4.0, 12.0, 60.0, 1000.0] {
            let student = Student::new(df);
            let tails: Vec<f64> = (-600..=600).map(|i| student.tail(f64::from(i) / 50.0)).collect();
            for pair in tails.windows(2) {
                assert!(pair[0] >= pair[1] && pair[0] - pair[1] < 0.01, "{df}: {pair:?}");
            }
        }
    }

    #[test]
    fn the_ratio_of_gammas_is_exact_at_whole_numbers() {
        // Γ(3/2) / Γ(1) = √π / 2, and the ratio of z = 5 is that times 3/2 · 5/4 · 7/6 · 9/8.
        let half = libm::sqrt(std::f64::consts::PI) / 2.0;
        assert!((gamma_ratio(1.0) / half - 1.0).abs() < 1e-13);
        assert!((gamma_ratio(5.0) / (half * 1.5 * 1.25 * 7.0 / 6.0 * 1.125) - 1.0).abs() < 1e-13);
    }
}
