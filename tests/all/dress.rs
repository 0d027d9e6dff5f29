//! How documents are dressed, in the window: who publishes, logo, colour; each undone by Ctrl+Z.

use crate::documents::{of_bmo, undo, write};
use crate::window::{click, said, settle, shows};
use bassin::model::papers::Dress;
use bassin::ui::App;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

fn dress(harness: &Harness<'static, App>) -> Dress {
    harness.state().session.project.decisions().papers.dress.clone()
}

#[test]
fn documents_are_dressed_and_undressed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, _) = of_bmo(folder.path());
    harness.get_by_label("Présentation\u{a0}: organisme, logo, couleur").click_accesskit();
    settle(&mut harness);
    write(&mut harness, Role::TextInput, "Qui publie", "Maison de l’emploi");
    assert_eq!(dress(&harness).organisation, "Maison de l’emploi");
    assert!(said(&harness).contains("8,7 pour 1, lisible"), "{}", said(&harness));
    harness.get_by_role_and_label(Role::Button, "Vert").click_accesskit();
    settle(&mut harness);
    assert_eq!(dress(&harness).accent, Some([0x1e, 0x6b, 0x45]));
    write(&mut harness, Role::TextInput, "Couleur des titres", "jaune");
    assert!(shows(&harness, "Une couleur s’écrit en six chiffres"));
    write(&mut harness, Role::TextInput, "Couleur des titres", "#ffe040");
    assert_eq!(dress(&harness).accent, Some([0xff, 0xe0, 0x40]));
    let told = said(&harness);
    assert!(told.contains("1,3 pour 1, trop pâle") && told.contains("assombris en #"), "{told}");
    undo(&mut harness);
    assert_eq!(dress(&harness).accent, Some([0x1e, 0x6b, 0x45]));
    click_far(&mut harness, "Couleur d’origine");
    assert_eq!(dress(&harness).accent, None);

    // A logo is looked at before it is taken, and never written.
    let bad = folder.path().join("photo.png");
    std::fs::write(&bad, b"\x89PNG\r\n\x1a\nno").unwrap();
    harness.state_mut().choose_logo(bad);
    settle(&mut harness);
    assert!(shows(&harness, "ne peut pas servir de logo"));
    click(&mut harness, "Fermer");
    assert_eq!(dress(&harness).logo, None);
    let path = folder.path().join("logo.png");
    let png = resvg::tiny_skia::Pixmap::new(40, 20).unwrap().encode_png().unwrap();
    std::fs::write(&path, &png).unwrap();
    harness.state_mut().choose_logo(path.clone());
    settle(&mut harness);
    assert_eq!(dress(&harness).logo, Some(bassin::files::canonical(&path)));
    write(&mut harness, Role::TextInput, "Ce que montre le logo", "Une rivière");
    let drawn = |harness: &Harness<'static, App>| {
        harness.query_by_role_and_label(Role::Image, "Une rivière").is_some()
    };
    assert!(drawn(&harness), "in the preview: {}", said(&harness));
    click(&mut harness, "Exporter");
    assert!(shows(&harness, "note_be_9601.docx"), "{}", said(&harness));
    assert_eq!(std::fs::read(&path).unwrap(), png, "untouched");
    click(&mut harness, "Aperçu");
    undo(&mut harness);
    undo(&mut harness);
    assert_eq!(dress(&harness).logo, None);
    assert!(!drawn(&harness));
    harness.run();
}

fn click_far(harness: &mut Harness<'static, App>, label: &str) {
    harness.get_by_label(label).click_accesskit();
    settle(harness);
}
