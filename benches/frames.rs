//! Frames of the table of every basin × occupation: our own work, by the real application, without
//! a display: passing state, layout, and triangles; the graphics card's share is not in it.
//!
//! `cargo bench --bench frames`. The survey is made up: 400 basins × 225 occupations. The worst
//! frame of each gesture is measured, and the budget is 16 ms.

#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the made-up survey is a file, as the user's is")]

use bassin::model::{FapLevel, FapVersion, Language};
use bassin::project::Edit;
use bassin::reference::Reference;
use bassin::ui::{App, Opening};
use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Context, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

const HEADER: &str = "annee;Code métier BMO;Nom métier BMO;Famille_met;Lbl_fam_met;REG;NOM_REG;\
                      Dept;NomDept;BE26;NOMBE26;met;xmet;smet";
const BASINS: u32 = 400;
const OCCUPATIONS: usize = 225;
const SIZE: [f32; 2] = [1280.0, 720.0];

/// A third of the cells masked, as published.
fn survey() -> String {
    let reference = Reference::embedded().unwrap();
    let codes = reference.faps(FapVersion::Fap2021, FapLevel::Occupation);
    assert!(codes.len() >= OCCUPATIONS);
    let mut text = HEADER.to_owned();
    for basin in 0..BASINS {
        let (department, region) = (basin / 4 + 1, basin / 40 + 11);
        for (place, code) in codes.iter().take(OCCUPATIONS).enumerate() {
            let mixed = (basin as usize * 31 + place * 17) % 97;
            let counts = match mixed % 3 {
                0 => "*;*;*".to_owned(),
                1 => format!("{};*;*", mixed + 5),
                _ => format!("{};{};*", mixed + 12, mixed / 2 + 5),
            };
            let _ = write!(
                text,
                "\n2026;{};Métier;S;Famille;{region};Région;{department:02};Département;{};Bassin {basin};{counts}",
                code.code(),
                basin + 1_000,
            );
        }
    }
    text
}

fn settle(harness: &mut Harness<'static, App>) {
    let begun = Instant::now();
    harness.run_steps(3);
    while harness.state().is_busy() {
        assert!(begun.elapsed() < Duration::from_mins(5), "the window never settles");
        std::thread::sleep(Duration::from_millis(10));
        harness.run_steps(1);
    }
    harness.run_steps(3);
}

fn click(harness: &mut Harness<'static, App>, label: &str) {
    harness.get_by_label(label).click();
    settle(harness);
}

/// The application at the table of every basin, with the middle of the header of probabilities
/// and of the table.
struct Window {
    app: App,
    ctx: Context,
    time: f64,
    header: Pos2,
    middle: Pos2,
}

impl Window {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bmo_2026.csv");
        std::fs::write(&file, survey()).unwrap();
        let opening = Opening {
            files: vec![file],
            demo: false,
            language: Some(Language::French),
            today: "2026-11-24".parse().unwrap(),
        };
        let mut app = App::with_folder(opening, None).unwrap();
        app.session.project.apply(Edit::Territory("be:1000".parse().unwrap()));
        let mut harness = Harness::builder().with_size(SIZE).build_eframe(move |creation| {
            app.attach(&creation.egui_ctx);
            app
        });
        settle(&mut harness);
        click(&mut harness, "3  Diagnostic");
        click(&mut harness, "Tous les bassins");
        let (sheet, _) = harness.state().session.atlas_sheet().unwrap();
        assert_eq!(sheet.len(), BASINS as usize * OCCUPATIONS);
        let mut app = harness.into_state();
        // A context of its own: that of the harness also says everything to screen readers.
        let ctx = Context::default();
        app.attach(&ctx);
        let middle = Pos2::new(SIZE[0] * 0.6, SIZE[1] * 0.7);
        let mut window = Self { app, ctx, time: 0.0, header: Pos2::ZERO, middle };
        for _ in 0..10 {
            window.frame(Vec::new());
        }
        let texts = window.texts();
        let header = texts.iter().find(|(text, _)| text.starts_with("Probabilité de dépasser"));
        window.header = header.unwrap().1;
        window
    }

    /// Draws a frame down to its triangles; how long it took.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE.into())),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let app = &mut self.app;
        let begun = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| {
            app.logic(&ui.ctx().clone());
            app.draw(ui);
        });
        let triangles = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let taken = begun.elapsed();
        // No graphics card takes them.
        output.textures_delta.clear();
        assert!(!triangles.is_empty());
        taken
    }

    /// Every text drawn: a gesture that changes none of it measures nothing.
    fn words(&mut self) -> Vec<String> {
        self.texts().into_iter().map(|(text, _)| text).collect()
    }

    /// Every text drawn, with its middle.
    fn texts(&mut self) -> Vec<(String, Pos2)> {
        fn collect(shape: &egui::Shape, found: &mut Vec<(String, Pos2)>) {
            match shape {
                egui::Shape::Text(text) => {
                    let middle = text.pos + text.galley.rect.center().to_vec2();
                    found.push((text.galley.text().to_owned(), middle));
                }
                egui::Shape::Vec(shapes) => shapes.iter().for_each(|one| collect(one, found)),
                _ => {}
            }
        }
        let app = &mut self.app;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE.into())),
            time: Some(self.time),
            focused: true,
            ..RawInput::default()
        };
        let mut output = self.ctx.run_ui(input, |ui| {
            app.logic(&ui.ctx().clone());
            app.draw(ui);
        });
        let mut found = Vec::new();
        output.shapes.iter().for_each(|one| collect(&one.shape, &mut found));
        output.textures_delta.clear();
        found
    }

    /// The worst frame of a gesture and of the two that follow it.
    fn gesture(&mut self, steps: Vec<Vec<Event>>) -> Duration {
        let steps = steps.into_iter().chain([Vec::new(), Vec::new()]);
        steps.map(|events| self.frame(events)).max().unwrap_or_default()
    }

    fn press(at: Pos2) -> Vec<Vec<Event>> {
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        vec![vec![Event::PointerMoved(at)], vec![button(true)], vec![button(false)]]
    }
}

fn wheel(y: f32) -> Event {
    Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, y),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    }
}

fn key(key: egui::Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

fn backspace() -> Event {
    key(egui::Key::Backspace, Modifiers::NONE)
}

fn frames(criterion: &mut Criterion) {
    let mut window = Window::new();
    let mut group = criterion.benchmark_group("frames, 90,000 rows");
    group.sample_size(20);
    let repeated = |times: u64, mut one: Box<dyn FnMut() -> Duration + '_>| {
        (0..times).map(|_| one()).sum::<Duration>()
    };
    group.bench_function("at rest", |bench| {
        bench.iter_custom(|times| repeated(times, Box::new(|| window.frame(Vec::new()))));
    });
    let rows = window.words();
    assert!(rows.len() > 100, "the table is drawn: {rows:?}");
    let middle = window.middle;
    window.frame(vec![Event::PointerMoved(middle)]);
    window.gesture(vec![vec![wheel(-1_040.0)]]);
    assert_ne!(window.words(), rows, "scrolled");
    let mut down = true;
    group.bench_function("scrolled by 40 rows", |bench| {
        bench.iter_custom(|times| {
            repeated(
                times,
                Box::new(|| {
                    down = !down;
                    let y = if down { -1_040.0 } else { 1_040.0 };
                    window.gesture(vec![vec![wheel(y)]])
                }),
            )
        });
    });
    let header = window.header;
    // Largest first, smallest first, the table's own order.
    for mark in [Some('▼'), Some('▲'), None] {
        window.gesture(Window::press(header));
        let words = window.words();
        let found = words.iter().find_map(|text| text.chars().find(|c| matches!(c, '▼' | '▲')));
        assert_eq!(found.filter(|_| words.iter().any(|text| text.ends_with(['▼', '▲']))), mark);
    }
    group.bench_function("sorted by a click", |bench| {
        bench.iter_custom(|times| {
            repeated(times, Box::new(|| window.gesture(Window::press(header))))
        });
    });
    // Ctrl+F: the field takes the focus.
    window.gesture(vec![vec![key(egui::Key::F, Modifiers::COMMAND)]]);
    window.gesture(vec![vec![Event::Text("zzz".to_owned())]]);
    assert!(window.words().iter().any(|text| text.ends_with("\u{a0}: 0")), "searched");
    for _ in 0..3 {
        window.gesture(vec![vec![backspace()]]);
    }
    let mut typed = false;
    group.bench_function("searched, a letter typed or taken back", |bench| {
        bench.iter_custom(|times| {
            repeated(
                times,
                Box::new(|| {
                    typed = !typed;
                    let event = if typed { Event::Text("a".to_owned()) } else { backspace() };
                    window.gesture(vec![vec![event]])
                }),
            )
        });
    });
    group.finish();
}

criterion_group!(benches, frames);
criterion_main!(benches);
