//! Coverage of nominal 95 % intervals, as a Markdown table.
//!
//! `cargo run --release --example coverage [samples] [replicates] [seed]`

use bassin::survey::coverage::{Setting, Statistic, measure};

fn main() {
    let mut arguments = std::env::args().skip(1).filter_map(|a| a.parse::<u64>().ok());
    let samples = arguments.next().unwrap_or(500);
    let replicates = arguments.next().unwrap_or(200);
    let seed = arguments.next().unwrap_or(20_260);
    println!("{samples} samples, {replicates} replicates, seed {seed}; coverage (mean width)\n");
    println!(
        "| N | response | n | total | total, percentile bootstrap | mean | share with difficulty | share of hiring |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for establishments in [60, 120, 250, 500, 1000, 2000] {
        for response in [0.2, 0.3, 0.4, 0.6] {
            let found = measure(&Setting { establishments, response, samples, replicates }, seed);
            let n = found.first().map_or(f64::NAN, |c| c.respondents);
            print!("| {establishments} | {:.0} % | {n:.0} |", response * 100.0);
            for one in &found {
                if one.given == 0.0 {
                    print!(" – |");
                    continue;
                }
                let unit = match one.statistic {
                    Statistic::ShareWithDifficulty | Statistic::ShareWithDifficultyOfHiring => "pt",
                    _ => "%",
                };
                print!(" {:.1} % ({:.0} {unit}", one.covered * 100.0, one.width * 100.0);
                if one.given < 0.9995 {
                    print!(", {:.1} % refused", (1.0 - one.given) * 100.0);
                }
                print!(") |");
            }
            println!();
        }
    }
}
