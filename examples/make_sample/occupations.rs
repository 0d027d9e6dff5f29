//! The occupations of the fictional territory: real FAP 2021 codes and labels, invented figures.

/// What the pilot basin declares in the last year.
#[derive(Clone, Copy, PartialEq)]
pub enum Pilot {
    /// Drawn near the size, with a share below the national one.
    Drawn,
    /// Projects and difficult projects.
    Set(u32, u32),
    /// Fewer than five projects.
    Masked,
}

/// Where the tension value of the pilot département must come from.
#[derive(Clone, Copy, PartialEq)]
pub enum Rung {
    Drawn,
    /// Published for the département.
    Own,
    /// Only the group of the occupation is published there.
    Group,
    /// Neither: the région answers.
    Region,
}

#[derive(Clone, Copy)]
pub struct Occupation {
    pub fap: &'static str,
    pub label: &'static str,
    pub family: char,
    /// A ROME v3 card that leads to it.
    pub rome: &'static str,
    /// Usual number of projects in a basin of the pilot's size.
    pub size: u32,
    /// National share of difficult projects.
    pub difficulty: f64,
    pub seasonal: f64,
    /// National tension, standard deviations.
    pub tension: f64,
    pub causes: Causes,
    pub pilot: Pilot,
    pub rung: Rung,
}

/// Classes 1–5 (5 aggravates).
#[derive(Clone, Copy)]
pub struct Causes {
    pub intensity: u32,
    pub training: u32,
    pub shortage: u32,
    pub precarious: u32,
    pub conditions: u32,
    pub geography: u32,
}

impl Occupation {
    pub fn group(&self) -> &'static str {
        self.fap.get(..3).unwrap_or_default()
    }

    pub const fn family_label(&self) -> &'static str {
        match self.family {
            'A' => "Fonctions administratives",
            'C' => "Fonctions d'encadrement",
            'I' => "Ouvriers des secteurs de l'industrie",
            'O' => "Ouvriers de la construction et du bâtiment",
            'S' => "Fonctions sociales et médico-sociales",
            'T' => "Autres techniciens et employés",
            'V' => "Fonctions liées à la vente, au tourisme et aux services",
            _ => "Autres métiers",
        }
    }
}

/// `(projects, difficult %, seasonal %)`, tension, causes I F M N C G.
#[expect(clippy::too_many_arguments, reason = "the columns of the table below")]
fn row(
    fap: &'static str,
    label: &'static str,
    family: char,
    rome: &'static str,
    (size, difficult, seasonal): (u32, u32, u32),
    tension: f64,
    [intensity, training, shortage, precarious, conditions, geography]: [u32; 6],
    pilot: Pilot,
    rung: Rung,
) -> Occupation {
    Occupation {
        fap,
        label,
        family,
        rome,
        size,
        difficulty: f64::from(difficult) / 100.0,
        seasonal: f64::from(seasonal) / 100.0,
        tension,
        causes: Causes { intensity, training, shortage, precarious, conditions, geography },
        pilot,
        rung,
    }
}

/// In code order, as the published files.
#[rustfmt::skip]
pub fn all() -> Vec<Occupation> {
    vec![
        row("A0X40", "Agriculteurs", 'Z', "A1416", (22, 50, 45), -0.10, [5, 3, 3, 4, 5, 5], Pilot::Drawn, Rung::Drawn),
        row("A0X41", "Eleveurs", 'Z', "A1407", (16, 66, 15), 0.78, [3, 4, 4, 3, 5, 4], Pilot::Set(15, 12), Rung::Own),
        row("A0X42", "Bûcherons, sylviculteurs et agents forestiers", 'Z', "A1201", (6, 55, 25), 0.35, [3, 4, 4, 4, 5, 5], Pilot::Drawn, Rung::Drawn),
        row("A0X43", "Conducteurs d'engins agricoles ou forestiers", 'Z', "A1101", (7, 63, 40), 0.61, [4, 4, 3, 3, 5, 5], Pilot::Drawn, Rung::Drawn),
        row("A1X40", "Maraîchers et horticulteurs", 'Z', "A1414", (14, 42, 80), -0.42, [5, 2, 3, 4, 4, 5], Pilot::Drawn, Rung::Drawn),
        row("A1X41", "Jardiniers des espaces verts et naturels", 'Z', "A1203", (12, 48, 30), 0.05, [3, 3, 2, 3, 4, 5], Pilot::Drawn, Rung::Drawn),
        row("B0X30", "Ouvriers peu qualifiés de l'extraction et des travaux publics", 'O', "F1702", (6, 48, 10), 0.12, [4, 1, 4, 4, 5, 3], Pilot::Drawn, Rung::Drawn),
        row("B0X31", "Ouvriers qualifiés de l'extraction et des travaux publics", 'O', "F1702", (7, 66, 5), 0.66, [4, 3, 4, 3, 4, 3], Pilot::Drawn, Rung::Drawn),
        row("B1X30", "Maçons peu qualifiés", 'O', "F1703", (8, 50, 10), 0.30, [4, 1, 4, 4, 5, 3], Pilot::Drawn, Rung::Drawn),
        row("B1X31", "Maçons qualifiés", 'O', "F1703", (14, 72, 5), 1.05, [4, 4, 4, 2, 5, 4], Pilot::Set(14, 12), Rung::Group),
        row("B1X33", "Charpentiers (métal et bois)", 'O', "F1503", (5, 76, 0), 1.22, [3, 5, 4, 2, 5, 4], Pilot::Set(6, 6), Rung::Group),
        row("B1X34", "Couvreurs", 'O', "F1610", (6, 78, 0), 1.35, [4, 5, 4, 2, 5, 4], Pilot::Masked, Rung::Group),
        row("B2X30", "Ouvriers en pose et décoration de revêtements", 'O', "F1608", (8, 64, 0), 0.70, [4, 3, 4, 2, 4, 3], Pilot::Drawn, Rung::Drawn),
        row("B2X32", "Ouvriers en électricité du bâtiment", 'O', "F1602", (11, 66, 0), 0.95, [4, 4, 4, 1, 4, 2], Pilot::Drawn, Rung::Drawn),
        row("B2X33", "Plombiers chauffagistes", 'O', "F1603", (14, 74, 0), 1.42, [4, 5, 4, 2, 4, 3], Pilot::Set(24, 22), Rung::Group),
        row("B2X36", "Ouvriers en peinture en bâtiment", 'O', "F1606", (9, 58, 0), 0.52, [4, 3, 3, 2, 4, 3], Pilot::Drawn, Rung::Drawn),
        row("B2X38", "Ouvriers qualifiés en menuiserie et en agencement du BTP", 'O', "F1607", (8, 72, 0), 1.02, [4, 4, 4, 1, 4, 3], Pilot::Set(7, 7), Rung::Group),
        row("B5X40", "Conducteurs d'engins du bâtiment et des travaux publics", 'O', "F1302", (8, 60, 5), 0.58, [4, 3, 3, 2, 5, 2], Pilot::Drawn, Rung::Drawn),
        row("B6X73", "Techniciens et agents de maîtrise de chantiers du BTP", 'O', "F1502", (4, 70, 0), 1.10, [2, 5, 4, 1, 2, 3], Pilot::Masked, Rung::Region),
        row("B6X74", "Conducteurs de travaux et chefs de chantier non cadres", 'T', "F1201", (5, 66, 0), 0.92, [3, 4, 4, 1, 2, 3], Pilot::Drawn, Rung::Drawn),
        row("C2X70", "Techniciens, agents de maîtrise et assimilés en électricité et en électronique", 'T', "H2604", (4, 60, 0), 0.55, [3, 5, 3, 1, 3, 3], Pilot::Drawn, Rung::Drawn),
        row("D0X31", "Ouvriers qualifiés en conduite d'équipement d'usinage", 'I', "H2903", (6, 68, 0), 0.88, [3, 5, 5, 1, 4, 3], Pilot::Set(6, 5), Rung::Region),
        row("D1X30", "Ouvriers en chaudronnerie et tôlerie", 'I', "H2902", (6, 72, 0), 1.15, [4, 5, 5, 1, 5, 2], Pilot::Drawn, Rung::Drawn),
        row("D1X33", "Soudeurs", 'I', "H2913", (10, 74, 0), 1.30, [4, 5, 5, 1, 5, 3], Pilot::Set(11, 10), Rung::Own),
        row("D2X31", "Ouvriers qualifiés en ajustement, montage et assemblage mécanique", 'I', "H2909", (9, 56, 0), 0.40, [4, 3, 4, 1, 4, 2], Pilot::Drawn, Rung::Drawn),
        row("E3X20", "Ouviers peu qualifiés des industries agro-alimentaires", 'I', "H2102", (26, 44, 40), -0.05, [5, 1, 1, 4, 5, 2], Pilot::Drawn, Rung::Drawn),
        row("E3X40", "Ouviers qualifiés des industries agro-alimentaires", 'I', "H2102", (18, 50, 15), 0.20, [4, 2, 3, 3, 4, 2], Pilot::Drawn, Rung::Drawn),
        row("E4X32", "Ouvriers du conditionnement, du tri et de l'emballage", 'I', "H3302", (14, 38, 50), -0.35, [5, 1, 1, 5, 5, 2], Pilot::Drawn, Rung::Drawn),
        row("F1X31", "Ouvriers et techniciens de la scierie, de l'assemblage et de la fabrication d'ouvrages en bois", 'I', "H2202", (7, 54, 0), 0.31, [3, 2, 3, 2, 4, 5], Pilot::Drawn, Rung::Drawn),
        row("G0A40", "Ouvriers de la maintenance générale et mécanique", 'I', "I1310", (8, 64, 0), 0.75, [3, 4, 4, 1, 3, 2], Pilot::Drawn, Rung::Drawn),
        row("G0A43", "Ouvriers polyvalents d'entretien du bâtiment", 'I', "I1203", (9, 42, 10), -0.22, [3, 2, 2, 2, 3, 2], Pilot::Drawn, Rung::Drawn),
        row("G0B40", "Carrossiers automobiles", 'I', "I1606", (5, 74, 0), 1.18, [3, 5, 4, 1, 3, 1], Pilot::Masked, Rung::Own),
        row("G0B41", "Ouvriers mécaniciens de véhicules", 'I', "I1604", (18, 78, 0), 1.48, [4, 5, 4, 1, 3, 2], Pilot::Set(42, 38), Rung::Own),
        row("G1X70", "Techniciens et agents de maîtrise en intervention technique en Hygiène Sécurité Environnement -HSE industriel et protection du patrimoine naturel", 'C', "H1303", (8, 52, 0), 0.40, [2, 4, 3, 1, 2, 4], Pilot::Drawn, Rung::Drawn),
        row("G1X72", "Techniciens et agents de maîtrise en maintenance générale et mécanique industrielle", 'T', "I1304", (16, 76, 0), 1.36, [4, 5, 4, 1, 2, 2], Pilot::Set(30, 27), Rung::Region),
        row("H0X90", "Techniciens du contrôle qualité", 'T', "H1502", (5, 46, 5), 0.02, [3, 4, 3, 1, 1, 2], Pilot::Drawn, Rung::Drawn),
        row("H0X92", "Techniciens et agents de maîtrise de la logistique, du planning, de l'ordonnancement et méthodes en industrialisation", 'T', "H1404", (4, 42, 0), 0.10, [2, 4, 3, 1, 1, 2], Pilot::Drawn, Rung::Drawn),
        row("J0X30", "Manutentionnaires et déménageurs peu qualifiés", 'Z', "N1105", (16, 36, 20), -0.40, [5, 1, 1, 4, 4, 2], Pilot::Drawn, Rung::Drawn),
        row("J0X33", "Magasiniers et préparateurs de commandes peu qualifiés", 'Z', "N1103", (15, 40, 20), -0.12, [5, 1, 2, 4, 3, 2], Pilot::Drawn, Rung::Drawn),
        row("J0X34", "Magasiniers et préparateurs de commande qualifiés", 'Z', "N1103", (11, 44, 10), 0.10, [4, 2, 2, 3, 3, 2], Pilot::Drawn, Rung::Drawn),
        row("J3X40", "Conducteurs de véhicules légers", 'Z', "N4102", (9, 58, 5), 0.45, [4, 2, 4, 3, 5, 4], Pilot::Drawn, Rung::Drawn),
        row("J3X41", "Conducteurs de transport en commun sur route", 'Z', "N4103", (12, 68, 5), 0.86, [3, 2, 4, 4, 5, 2], Pilot::Set(13, 10), Rung::Region),
        row("J3X42", "Conducteurs et livreurs sur courte distance (hors distribution de documents)", 'Z', "N4105", (10, 50, 5), 0.28, [4, 2, 2, 3, 5, 2], Pilot::Drawn, Rung::Drawn),
        row("J3X43", "Conducteurs routiers", 'Z', "N4101", (24, 74, 5), 1.25, [4, 3, 4, 2, 5, 3], Pilot::Set(64, 52), Rung::Own),
        row("J4X63", "Employés du tourisme et agent de billetterie des transports", 'V', "G1303", (8, 66, 30), 0.62, [3, 2, 2, 3, 2, 5], Pilot::Set(20, 18), Rung::Region),
        row("K0X30", "Artisans et ouvriers artisanaux", 'I', "B1302", (3, 40, 0), 0.00, [2, 4, 3, 2, 4, 4], Pilot::Drawn, Rung::Drawn),
        row("L0X60", "Secrétaires bureautiques et assimilés", 'A', "M1607", (20, 34, 5), -0.55, [2, 1, 1, 4, 1, 1], Pilot::Drawn, Rung::Drawn),
        row("L1X60", "Employés de la comptabilité", 'A', "M1203", (9, 48, 0), 0.18, [2, 4, 3, 2, 1, 1], Pilot::Drawn, Rung::Drawn),
        row("L2X60", "Agents d'accueil et d'information", 'A', "M1601", (10, 30, 15), -0.72, [5, 2, 1, 4, 2, 1], Pilot::Drawn, Rung::Drawn),
        row("L2X61", "Agents administratifs", 'A', "M1502", (8, 32, 5), -0.60, [2, 2, 1, 3, 1, 1], Pilot::Drawn, Rung::Drawn),
        row("L4X81", "Techniciens et agents de maîtrise des services financiers ou comptables", 'A', "M1202", (14, 66, 0), 0.84, [3, 5, 2, 2, 1, 2], Pilot::Set(26, 24), Rung::Region),
        row("L5X90", "Cadres administratifs, comptables et financiers (hors juristes)", 'C', "M1205", (6, 48, 0), 0.22, [2, 4, 3, 1, 1, 1], Pilot::Drawn, Rung::Drawn),
        row("L5X92", "Cadres des ressources humaines et du recrutement", 'C', "M1502", (3, 44, 0), 0.15, [3, 4, 2, 1, 1, 1], Pilot::Drawn, Rung::Drawn),
        row("M1X80", "Techniciens d'étude et de développement en informatique", 'A', "M1805", (5, 62, 0), 0.72, [4, 5, 3, 1, 1, 3], Pilot::Set(6, 5), Rung::Region),
        row("M1X81", "Techniciens de production, d'exploitation, d'installation, et de maintenance, support et services aux utilisateurs en informatique", 'A', "M1801", (6, 52, 0), 0.42, [3, 4, 3, 1, 1, 3], Pilot::Drawn, Rung::Drawn),
        row("M2X90", "Ingénieurs et cadres d'étude, recherche et développement en informatique et télécom", 'C', "M1805", (4, 66, 0), 0.93, [4, 5, 4, 1, 1, 3], Pilot::Masked, Rung::Region),
        row("QCX01", "Employés et techniciens commerciaux de la banque", 'V', "C1206", (7, 50, 0), 0.30, [3, 3, 4, 1, 1, 2], Pilot::Drawn, Rung::Drawn),
        row("R0X60", "Employés de libre service", 'V', "D1507", (32, 36, 25), -0.48, [5, 1, 1, 4, 3, 2], Pilot::Drawn, Rung::Drawn),
        row("R0X61", "Caissiers", 'V', "D1505", (16, 34, 25), -0.66, [5, 1, 1, 4, 3, 2], Pilot::Drawn, Rung::Drawn),
        row("R1X60", "Vendeurs en produits alimentaires", 'V', "D1106", (24, 46, 25), 0.06, [5, 1, 1, 4, 3, 1], Pilot::Drawn, Rung::Drawn),
        row("R1X61", "Vendeurs en ameublement, équipement du foyer, bricolage", 'V', "D1212", (8, 42, 10), -0.15, [4, 2, 2, 2, 2, 2], Pilot::Drawn, Rung::Drawn),
        row("R1X62", "Vendeurs en habillement et accessoires, articles de luxe, de sport, de loisirs et culturels", 'V', "D1214", (14, 38, 20), -0.36, [4, 2, 1, 3, 2, 1], Pilot::Drawn, Rung::Drawn),
        row("R2X80", "Attachés commerciaux", 'V', "D1402", (9, 52, 0), 0.33, [3, 2, 3, 2, 1, 2], Pilot::Drawn, Rung::Drawn),
        row("R3X80", "Maîtrise des magasins", 'V', "D1502", (8, 50, 5), 0.25, [4, 2, 2, 2, 2, 2], Pilot::Drawn, Rung::Drawn),
        row("R4X91", "Technico-commerciaux", 'C', "D1407", (9, 64, 0), 0.69, [3, 3, 4, 2, 1, 3], Pilot::Set(16, 15), Rung::Region),
        row("S0X40", "Bouchers", 'V', "D1101", (7, 72, 10), 1.16, [3, 5, 4, 2, 5, 1], Pilot::Set(8, 7), Rung::Group),
        row("S0X42", "Boulangers, pâtissiers", 'V', "D1102", (12, 72, 15), 1.28, [4, 5, 4, 2, 5, 1], Pilot::Set(18, 17), Rung::Group),
        row("S1X20", "Aides de cuisine et employés polyvalents de la restauration", 'V', "G1603", (70, 62, 40), 0.82, [5, 1, 2, 5, 5, 1], Pilot::Set(118, 96), Rung::Own),
        row("S1X40", "Cuisiniers", 'V', "G1602", (34, 66, 40), 0.96, [5, 3, 3, 5, 5, 1], Pilot::Set(38, 26), Rung::Own),
        row("S2X60", "Employés de l'hôtellerie", 'V', "G1501", (38, 54, 50), 0.44, [5, 1, 3, 5, 5, 1], Pilot::Drawn, Rung::Drawn),
        row("S2X61", "Serveurs de cafés restaurants", 'V', "G1803", (62, 56, 60), 0.50, [5, 1, 2, 5, 5, 1], Pilot::Drawn, Rung::Drawn),
        row("S2X80", "Agents de maîtrise de la restauration", 'V', "G1804", (4, 52, 30), 0.20, [4, 2, 3, 4, 4, 1], Pilot::Drawn, Rung::Drawn),
        row("T0X60", "Coiffeurs, esthéticiens", 'V', "D1202", (7, 72, 5), 1.08, [4, 5, 2, 2, 4, 3], Pilot::Masked, Rung::Region),
        row("T1X60", "Personnels de ménage chez des particuliers", 'V', "K1304", (18, 62, 0), 0.64, [2, 1, 4, 5, 4, 2], Pilot::Drawn, Rung::Drawn),
        row("T2A60", "Aides à domicile et auxiliaires de vie", 'V', "K1302", (52, 76, 5), 1.32, [4, 1, 5, 5, 3, 3], Pilot::Set(96, 84), Rung::Own),
        row("T2B60", "Assistants maternels, auxiliaires de puériculture, assistants familiaux et gardes à domicile", 'V', "K1303", (16, 58, 0), 0.48, [2, 1, 4, 5, 3, 3], Pilot::Drawn, Rung::Drawn),
        row("T3X61", "Agents de sécurité et de surveillance", 'V', "K2503", (9, 54, 10), 0.38, [3, 2, 3, 3, 4, 2], Pilot::Drawn, Rung::Drawn),
        row("T4X60", "Agents d'entretien de locaux", 'V', "K2204", (52, 46, 15), -0.02, [5, 1, 2, 5, 4, 1], Pilot::Drawn, Rung::Drawn),
        row("T4X61", "Agents de service hospitaliers", 'V', "J1301", (24, 42, 5), -0.18, [3, 1, 2, 3, 3, 2], Pilot::Drawn, Rung::Drawn),
        row("T4X62", "Ouvriers de l'assainissement et du traitement des déchets", 'V', "K2303", (5, 38, 10), -0.30, [3, 1, 2, 2, 4, 1], Pilot::Drawn, Rung::Drawn),
        row("T6X61", "Employés des services divers", 'V', "G1205", (9, 32, 40), -0.62, [4, 1, 2, 4, 2, 2], Pilot::Drawn, Rung::Drawn),
        row("U1X82", "Graphistes, dessinateurs, stylistes, décorateurs et créateurs de supports de communication visuelle", 'C', "E1205", (2, 34, 0), -0.50, [2, 4, 2, 2, 1, 3], Pilot::Drawn, Rung::Drawn),
        row("U1X91", "Artistes (musique, danse, spectacles)", 'C', "L1202", (12, 12, 70), -0.95, [5, 2, 3, 5, 1, 2], Pilot::Drawn, Rung::Drawn),
        row("V0X60", "Aides-soignants", 'S', "J1501", (46, 74, 5), 1.12, [3, 5, 5, 4, 5, 2], Pilot::Set(88, 69), Rung::Own),
        row("V1X80", "Infirmiers et sages-femmes", 'S', "J1506", (26, 78, 0), 1.38, [3, 5, 5, 2, 4, 2], Pilot::Set(46, 39), Rung::Own),
        row("V2X90", "Médecins", 'C', "J1102", (3, 84, 0), 1.60, [3, 5, 4, 2, 3, 1], Pilot::Masked, Rung::Region),
        row("V3X70", "Techniciens médicaux et préparateurs", 'S', "J1307", (4, 66, 0), 0.74, [2, 4, 3, 1, 3, 2], Pilot::Drawn, Rung::Drawn),
        row("V3X80", "Autres professionnels para-médicaux", 'S', "J1404", (6, 82, 0), 1.52, [3, 5, 5, 1, 2, 2], Pilot::Set(9, 8), Rung::Region),
        row("V4X83", "Educateurs spécialisés et autres intervenants socio-éducatifs", 'S', "K1207", (12, 56, 5), 0.47, [3, 4, 3, 4, 3, 2], Pilot::Drawn, Rung::Drawn),
        row("V4X84", "Aides médico-psychologiques", 'S', "K1301", (16, 66, 5), 0.72, [3, 4, 5, 4, 4, 2], Pilot::Set(17, 12), Rung::Own),
        row("V4X85", "Professionnels de l'action sociale", 'S', "K1201", (7, 58, 0), 0.50, [3, 4, 3, 2, 3, 1], Pilot::Drawn, Rung::Drawn),
        row("V5X81", "Professionnels de l'animation socioculturelle", 'S', "G1203", (44, 52, 60), 0.36, [5, 2, 2, 3, 3, 1], Pilot::Set(58, 47), Rung::Own),
        row("V5X82", "Sportifs et animateurs sportifs", 'S', "G1204", (12, 46, 40), 0.08, [5, 3, 2, 4, 3, 2], Pilot::Drawn, Rung::Drawn),
        row("V5X84", "Surveillants d'établissements scolaires et accompagnateurs des élèves en situation de handicap", 'S', "K2104", (9, 30, 0), -0.40, [3, 1, 2, 4, 2, 2], Pilot::Drawn, Rung::Drawn),
        row("W1X80", "Formateurs", 'S', "K2111", (8, 48, 5), 0.16, [3, 3, 2, 4, 1, 2], Pilot::Drawn, Rung::Drawn),
    ]
}
