//! Quantiles of the normal and Student distributions.

use crate::survey::beta;

/// The `p`-quantile of Student's t with `df` degrees of freedom (not necessarily whole).
///
/// From `df/(df + T²) ~ Beta(df/2, 1/2)`; beyond 1 000 degrees by two terms of the Cornish–Fisher
/// expansion (Abramowitz & Stegun 26.7.5), exact there to 1e-8.
pub fn student(p: f64, df: f64) -> f64 {
    if p < 0.5 {
        return -student(1.0 - p, df);
    }
    if df > 1000.0 {
        let z = normal(p);
        let (z3, z5) = (z.powi(3), z.powi(5));
        return z + (z3 + z) / (4.0 * df) + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * df * df);
    }
    let df = df.max(0.5);
    let share = beta::quantile(2.0 * (1.0 - p), df / 2.0, 0.5);
    (df * (1.0 / share - 1.0)).max(0.0).sqrt()
}

/// The `p`-quantile of the standard normal (Wichura, algorithm AS 241, 1988; 1e-15).
pub fn normal(p: f64) -> f64 {
    const A: [f64; 8] = [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ];
    const B: [f64; 8] = [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_545,
    ];
    const C: [f64; 8] = [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ];
    const D: [f64; 8] = [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ];
    const E: [f64; 8] = [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ];
    const F: [f64; 8] = [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ];
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * polynomial(&A, r) / polynomial(&B, r);
    }
    let r = (-p.min(1.0 - p).ln()).sqrt();
    let tail = if r <= 5.0 {
        polynomial(&C, r - 1.6) / polynomial(&D, r - 1.6)
    } else {
        polynomial(&E, r - 5.0) / polynomial(&F, r - 5.0)
    };
    tail.copysign(q)
}

fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
    }

    #[test]
    fn normal_tables() {
        check(normal(0.5), 0.0, 1e-15);
        check(normal(0.9), 1.281_551_565_544_600_4, 1e-14);
        check(normal(0.975), 1.959_963_984_540_054, 1e-14);
        check(normal(0.005), -2.575_829_303_548_901, 1e-14);
        check(normal(0.001), -3.090_232_306_167_813_5, 1e-14);
        check(normal(1e-10), -6.361_340_902_404_056, 1e-13);
        check(normal(1e-20), -9.262_340_089_798_408, 1e-12);
    }

    #[test]
    fn student_tables() {
        check(student(0.975, 1.0), 12.706_204_736_432_095, 1e-8);
        check(student(0.975, 4.0), 2.776_445_105_197_793, 1e-9);
        check(student(0.9, 10.0), 1.372_183_641_110_336, 1e-9);
        check(student(0.025, 30.0), -2.042_272_456_301_238, 1e-9);
        check(student(0.975, 999.0), 1.962_341_461_133_449, 1e-8);
        check(student(0.975, 1e9), normal(0.975), 1e-8);
    }

    #[test]
    fn both_roads_meet_at_a_thousand() {
        check(student(0.975, 1000.0), student(0.975, 1_000.000_001), 1e-8);
    }
}
