### Mots de Bassin, en français : langue source.

colon = {" : "}
severity-error = Erreur
severity-warning = Attention
severity-notice = Information
place-sheet = feuille {$sheet}
place-row = ligne {$row}
place-column = colonne {$column}
issue-empty-file = le fichier est vide
issue-too-large = le contenu dépasse la limite de {$limit} Mio
issue-not-a-workbook = ce n’est ni un classeur ni un texte lisible, quelle que soit son extension
issue-password-protected = le classeur est protégé par un mot de passe : enregistrez-le sans protection
issue-damaged = le fichier est abîmé ou incomplet, rien n’en est utilisé : {$detail}
damage-archive = la fin de l’archive manque, ou ce n’en est pas une ; téléchargez-le ou copiez-le de nouveau
damage-cut = il s’arrête avant sa fin ; téléchargez-le ou copiez-le de nouveau
damage-checksum = une de ses parties ne correspond pas à sa somme de contrôle ; téléchargez-le ou copiez-le de nouveau
damage-method = une de ses parties est compressée ou chiffrée d’une façon qui n’est pas lue ; enregistrez-le de nouveau
damage-old-workbook = l’intérieur de ce classeur ancien ne se lit pas ; ouvrez-le dans un tableur et enregistrez-le au format xlsx
damage-json = il n’est plus lisible à la ligne {$line}, caractère {$column}
damage-xml = une de ses parties est mal formée ; ouvrez-le dans un tableur et enregistrez-le de nouveau
damage-parquet = ses colonnes ne se lisent pas ; exportez-le de nouveau
damage-other = une de ses parties ne se lit pas ; ouvrez-le dans un tableur et enregistrez-le de nouveau (message technique : {$detail})
issue-unrecognised = aucune ligne d’en-tête connue dans les vingt premières lignes ; si c’est un tableau à vous, faites correspondre ses colonnes (étape Sources)
issue-read-panicked = la lecture a échoué sur ce contenu ; les autres fichiers ne sont pas touchés
issue-documentation-only = description des variables, sans données
issue-lock-file = fichier de service d’un tableur ou du système, laissé de côté
issue-too-many-members = l’archive contient plus de {$limit} fichiers : les suivants ne sont pas lus
issue-no-usable-row = aucune ligne utilisable
issue-sheet-too-wide = la feuille a {$columns} { FORM($columns, "colonne", "colonnes") }, plus qu’un tableur n’en a : les dernières ne sont pas lues
issue-sheet-too-long = la feuille a des cellules au-delà de la ligne {$rows}, la dernière d’un tableur : elles ne sont pas lues
issue-same-content = même contenu que {$file}
issue-missing-column = colonne absente : {$column}
issue-duplicate-column = la colonne {$column} apparaît deux fois ; la première est lue
issue-year-unknown = le fichier ne dit pas de quelle année il est : l’écrire dans son nom (bmo_2016.csv), ou la donner par --year
issue-fap-version-unclear = nomenclature des métiers incertaine : {$old} { FORM($old, "code", "codes") } sur {$of} en FAP 2009, {$new} en FAP 2021
issue-codes-unknown =
    { $count ->
     [one] {$shown} code
    *[other] {$shown} codes
    } {$system} que les listes ne connaissent pas ({$examples})
issue-shape-refused = contour non lu : {$why}
issue-shapes-without-code = aucune propriété des contours ne porte de code de commune, de bassin, de zone d’emploi, de département ou de région connu
issue-shape-codes-unclear = les codes de « {$column} » existent dans deux découpages ({$first} et {$second}) : nommez la propriété (par exemple code_bassin ou code_ze) ou joignez les libellés
issue-too-many-points = le fond de carte a plus de {$limit} points : simplifiez-le avant de le charger
issue-rings-closed =
    { $count ->
     [one] {$shown} contour refermé
    *[other] {$shown} contours refermés
    }
issue-rings-without-area =
    { $count ->
     [one] {$shown} contour sans surface laissé de côté
    *[other] {$shown} contours sans surface laissés de côté
    }
shape-not-degrees = coordonnées hors des degrés de longitude et de latitude (WGS 84 attendu)
shape-antimeridian = le contour fait plus d’un demi-tour de la Terre ; coupez-le au méridien 180
shape-no-geometry = aucune géométrie
shape-not-an-area = ce n’est pas une surface (Polygon ou MultiPolygon attendu)
shape-other-depth = coordonnées mal emboîtées
shape-without-area = aucune surface
level-com = communes
level-be = bassins d’emploi
level-ze = zones d’emploi
level-clpe = comités locaux pour l’emploi
level-epci = intercommunalités (EPCI)
level-dep = départements
level-reg = régions
issue-not-a-number = « {$text} » n’est pas un nombre
issue-not-a-code = « {$text} » n’est pas un code {$system}
issue-not-a-date = « {$text} » n’est pas une date
issue-not-an-option = « {$text} » n’est pas une valeur prévue
issue-required = cellule vide, valeur obligatoire
issue-negative = valeur négative : {$text}
issue-impossible = valeurs incompatibles : {$rule}
issue-duplicate-key = ligne en double ({$key})
issue-cell-error = erreur de formule ({$text})
issue-too-long = cellule ou ligne de {$length} { FORM($length, "caractère", "caractères") }, non lue
issue-leading-zeros =
    { $count ->
     [one] {$shown} code complété
    *[other] {$shown} codes complétés
    } par des zéros
issue-trimmed =
    { $count ->
     [one] {$shown} espace insécable retirée
    *[other] {$shown} espaces insécables retirées
    } en fin de cellule
issue-zero-is-unknown =
    { $count ->
     [one] {$shown} zéro lu
    *[other] {$shown} zéros lus
    } comme inconnu
issue-derived-from =
    { $count ->
     [one] {$shown} valeur déduite
    *[other] {$shown} valeurs déduites
    } de {$from}
issue-defaulted =
    { $count ->
     [one] {$shown} cellule vide lue
    *[other] {$shown} cellules vides lues
    } comme {$value}
rule-part-exceeds-projects = plus de projets difficiles ou saisonniers que de projets
rule-zero-duration = une durée de zéro (laissez vide si elle est inconnue)
kind-bmo = BMO, besoins en main-d’œuvre
kind-bmo-dictionary = Description des variables BMO
kind-dares-tension = Tensions Dares
kind-basin-tension = Tensions France Travail par ROME et bassin
kind-regulatory-list = Liste réglementaire des métiers en tension
kind-certif-info = Certif Info, certifications
kind-course-offers = Mon Compte Formation, offres
kind-training-catalogue = Catalogue de formation
kind-survey-establishments = Enquête, établissements
kind-survey-occupations = Enquête, métiers
kind-establishment-register = Population d’établissements
kind-job-offers = Offres d’emploi locales
kind-job-seekers = Demande d’emploi
kind-travel-times = Temps de trajet entre communes
kind-commune-basins = Communes et bassins d’emploi
kind-commune-zones = Communes et zones d’emploi
kind-commune-committees = Communes et comités locaux
kind-fap2021-tree = Nomenclature FAP 2021
kind-fap2009-labels = Nomenclature FAP 2009
kind-rome-to-fap2021 = Passage ROME vers FAP 2021
kind-rome-to-fap2009 = Passage ROME vers FAP 2009
kind-rome-cards = Fiches ROME
kind-naf-labels = Nomenclature NAF
kind-map = Fond de carte
kind-unknown = Fichier non reconnu
status-flagged = signalé
status-to-check = à vérifier
status-not-flagged = non signalé
status-presumed = présumé
status-no-project = sans projet
rung-basin = bassin, métier (ROME)
rung-department-occupation = département, métier
rung-department-group = département, groupe de métiers
rung-region-occupation = région, métier
rung-region-group = région, groupe de métiers
rung-france-occupation = France, métier
rung-france-group = France, groupe de métiers
diagnosis-no-flag = pas de signe de tension
diagnosis-trained-labour = main-d’œuvre formée insuffisante
diagnosis-mixed = mixte : formation et qualité d’emploi
diagnosis-job-quality = attractivité et qualité d’emploi
diagnosis-small-pool = vivier réduit, métier accessible
diagnosis-turnover = renouvellement et volume d’embauche
diagnosis-geography = inadéquation géographique
diagnosis-undetermined = indéterminé
lever-none = aucun
lever-training = formation
lever-training-with-commitment = formation, avec un engagement des employeurs
lever-job-quality = la formation n’est pas le premier levier : conditions, horaires, contrat, salaire, logement
lever-widen-pool = élargir le vivier, formations courtes d’accès
lever-retention = la formation n’est pas le premier levier : fidélisation, groupement d’employeurs, temps partagé
lever-mobility = la formation n’est pas le premier levier : mobilité, logement, transport
lever-first-job-quality = conditions d’emploi : horaires, contrat, salaire, logement
lever-first-retention = fidélisation : groupement d’employeurs, temps partagé
lever-first-mobility = mobilité, logement, transport
lever-ask-employers = interroger les employeurs avant d’agir
cli-missing = Ce que ces fichiers ne disent pas, et ce qui l’apporterait :
missing-causes = causes des difficultés et classe officielle, donc le levier : tensions de la Dares (extrait ou classeurs de 2019 à 2024), classes de France Travail par ROME et bassin
missing-training = offre de formation : Certif Info, Mon Compte Formation, offres du Carif-Oref ou catalogue du territoire
missing-offers = offres rapportées aux inscriptions (R) : liste datée des nouvelles offres (flux) et demandeurs d’emploi avec leurs entrées, sur tous les départements de la région
missing-exits = sorties des demandeurs d’emploi (E) : demandeurs d’emploi avec leur stock et leurs sorties, sur tous les départements de la région
missing-years = tendance, entrées et sorties de la liste, fiabilité des signalements : une enquête BMO d’une autre année
missing-survey = causes et besoins dits par les employeurs du territoire : enquête auprès des établissements (questionnaire : bassin survey kit)
basis-evidence = fondé sur les données du territoire
basis-presumed = présumé d’après l’échelon supérieur
column-code = Code
column-label = Métier
column-projects = Projets de recrutement (somme publiée)
column-projects-low = Projets, minimum
column-projects-high = Projets, maximum
column-masked = Projets : cellules masquées
column-masked-difficult = Difficiles : cellules masquées
column-difficult = Projets difficiles (somme publiée)
column-difficult-low = Projets difficiles, minimum
column-difficult-high = Projets difficiles, maximum
column-share = Part difficile
column-share-low = Part difficile, minimum
column-share-high = Part difficile, maximum
column-posterior = Part difficile lissée
column-posterior-low = Part lissée, borne basse à 80 %
column-posterior-high = Part lissée, borne haute à 80 %
column-probability = Probabilité de dépasser le seuil
column-trend = Évolution de la part
column-movement = Liste des signalements
column-year-before = Avant
column-before-shown = Part difficile lissée, avant
column-before = Part lissée, avant
column-before-low = Avant, borne basse
column-before-high = Avant, borne haute
column-year-after = Après
column-break = Rupture de nomenclature franchie
column-passage = Code d’en face
level-occupation = métier
level-group = groupe
level-family = famille
movement-entry = entrée
movement-kept = maintenu
movement-exit = sortie
movement-unsure = incertain
movement-not-comparable = non comparable
trend-up = en hausse
trend-down = en baisse
trend-stable = stable
trend-inconclusive = non concluant
trend-alone = une seule année
table-evolution = Évolution
table-evolution-about = Ce qui a changé depuis l’année chargée précédente. Une hausse ou une baisse demande deux intervalles à 80 % disjoints, et des données du territoire les deux années ; « stable » demande un changement dont l’intervalle tient en dix points ; sinon, « non concluant ». Par métier, jamais d’une nomenclature à l’autre : seuls la franchissent les groupes qui se correspondent, avec leur part commune, et les familles, qui gardent leur intitulé alors que des métiers ont pu en changer. Entrées et sorties : signalements fondés sur le territoire ; « incertain » : une des deux années est masquée ou trop petite pour le dire.
table-reliability = Fiabilité
table-reliability-about = Les signalements d’une année ont-ils annoncé la difficulté de la suivante sur ce territoire ? « Difficile » : la part publiée de l’année suivante dépasse le seuil de cette année, sans lissage. La persistance redit l’année précédente : part publiée au-dessus du seuil d’alors. κ (kappa de Cohen) : accord au-delà du hasard, 1 parfait, 0 pas mieux que le hasard. Intervalles à 80 % ; ils ne disent pas l’erreur de l’enquête elle-même. Les métiers indécis, souvent proches du seuil, sont écartés : l’accord en paraît meilleur.
couples-counts = Bassins qui recrutent les deux : {$both} ; le premier seulement : {$first} ; le second seulement : {$second}.
couples-title = Couples
couples-about = Deux métiers, deux emplois : les bassins qui recrutent l’un et l’autre, les plus proches d’abord, par département et région, pas en kilomètres. Une cellule masquée y est un intervalle, jamais zéro.
couples-choose = Choisissez un métier dans le tableau, puis celui du conjoint ici.
couples-with = avec
couples-none = métier du conjoint
couples-basins = Bassins qui recrutent les deux
couples-basin = Bassin
couples-sectors-title = Secteurs qui embauchent les deux
couples-projects = {$projects} ({$difficult} { FORM($difficult, "difficile", "difficiles") })
couples-no-sector = Secteurs : inconnus sans la table des embauches par ROME et NAF.
couples-sectors = Secteurs qui embauchent les deux, part des embauches de chaque métier : estimation nationale par les fiches ROME, pas un compte de ce territoire.
nearness-inside = sur le territoire
nearness-same-department = même département
nearness-same-region = même région
nearness-elsewhere = ailleurs
column-years = Années
column-predictor = Ce qui annonce
column-compared = Métiers comparés
column-came = Difficiles ensuite
column-said = Annoncés
column-said-and-came = Annoncés et difficiles
column-precision-shown = Précision
column-precision = Précision
column-precision-low = Précision, borne basse
column-precision-high = Précision, borne haute
column-recall-shown = Rappel
column-recall = Rappel
column-recall-low = Rappel, borne basse
column-recall-high = Rappel, borne haute
column-kappa-shown = κ
column-kappa = κ
column-kappa-low = κ, borne basse
column-kappa-high = κ, borne haute
predictor-flag = signalement de l’outil
predictor-persistence = persistance
reliability-too-few = De {$before} à {$after} : non calculable, {$n} { FORM($n, "métier comparable", "métiers comparables") } pour {$least} { FORM($least, "nécessaire", "nécessaires") }.
reliability-flag-better = De {$before} à {$after}, sur {$n} { FORM($n, "métier", "métiers") }, le signalement annonce mieux que la persistance : κ {$flag} contre {$persistence}, écart {$gain}.
reliability-persistence-better = De {$before} à {$after}, sur {$n} { FORM($n, "métier", "métiers") }, la persistance annonce mieux que le signalement : κ {$persistence} contre {$flag}, écart {$gain}. Pour savoir si un métier sera encore difficile, la part publiée de l’année suffit ; le signalement, plus exigeant, sert à dire ce qui est sûr.
reliability-not-told = De {$before} à {$after}, sur {$n} { FORM($n, "métier", "métiers") }, rien ne départage le signalement et la persistance : κ {$flag} et {$persistence}, écart {$gain}.
reliability-same = De {$before} à {$after}, sur {$n} { FORM($n, "métier", "métiers") }, le signalement et la persistance annoncent la même chose : κ {$flag}.
reliability-measure = {$value} (intervalle à 80 % : {$low} à {$high})
reliability-words = Intervalles à 80 %. κ (kappa de Cohen) : accord entre ce qui était annoncé et ce qui est venu, au-delà du hasard ; 1 accord parfait, 0 pas mieux que le hasard, négatif pire. Persistance : redire l’année précédente, sans méthode. Précision : part des métiers annoncés qui se sont avérés difficiles ; rappel : part des métiers difficiles qui étaient annoncés.
reliability-across = La nomenclature change entre les deux : seuls les codes qui se correspondent un à un sont comparés ({$without} { FORM($without, "métier", "métiers") } sur {$of} n’en ont pas).
reliability-left = Laissés de côté : {$gone} sans projet ensuite, {$undecided} que les cellules masquées laissent indécis.
evolution-passage = {$code} (FAP {$edition}) : {$theirs} de ce code correspondent à ce métier ; {$own} de ce métier correspondent à ce code
column-rank-shown = Rang (80 %)
column-pressure-rank = Rang
column-rank-low = Rang, borne basse
column-rank-high = Rang, borne haute
column-status = Signalement
column-grade = Confiance (A, B, C)
column-class = Classe de pression du territoire (1 à 5)
column-official = Classe officielle de tension (1 à 5)
column-rung = Échelon de la classe officielle
column-diagnosis = Diagnostic
column-lever = Levier
cli-rows-refused = {$file} : lignes refusées, {$refused} sur {$read} ; la première : {$reason} (« bassin check » les donne toutes)
cli-rows = lignes lues : {$read} = gardées {$kept} + refusées {$refused} + vides {$empty}
cli-masked = {$count} { FORM($count, "cellule masquée (secret statistique), lue comme un intervalle", "cellules masquées (secret statistique), lues comme des intervalles") }
cli-beyond = et {$count} { FORM($count, "autre", "autres") }
cli-reading = {$done}/{$of} {$path}
cli-totals =
    {$projects} projets de recrutement publiés, { $masked ->
     [0] aucune cellule masquée
     [one] {$shown} cellule masquée
    *[other] {$shown} cellules masquées
    } ; part jugée difficile {$share} ({$range})
cli-anchor-by-survey = Département retenu : {$department}, celui qui a le plus de projets du bassin
cli-anchor-by-communes = Département retenu : {$department}, celui qui a le plus de communes du bassin
cli-anchor-no-rung = publié à aucun échelon
cli-anchor-classes = Classes publiées que redonnent les seuils retrouvés sur 2019 : {$found} sur {$of}
cli-anchor-imputed = Valeurs non publiées que redonne l’échelle : {$found} sur {$of}
cli-anchor-basin-year = Classes de France Travail par ROME et bassin : année {$year}
cli-anchor-legend =
    Valeur et classe (1 à 5) : propres au territoire, « — » si elles ne sont pas publiées, puis retenues à l’échelon dit.
    Causes (1 à 5, 5 aggrave) : intensité d’embauches, lien formation-emploi, manque de main-d’œuvre, non-durabilité, conditions de travail, inadéquation géographique, salaires ; « * » : lue à un échelon plus large que la classe.
    F, C et G ont une seule classe par métier pour toute la France : elles ne disent rien de propre au territoire, et se lisent à la ligne nationale du métier où l’échelon ne les a pas ou est celui d’un groupe. Celles d’un groupe de métiers varient avec sa composition.
cli-anchor-code = Code
cli-anchor-own = Propre
cli-anchor-kept = Retenue
cli-anchor-rung = Échelon
cli-anchor-causes = Causes I F M N C G S
cli-anchor-label = Métier
error-file = {$detail} : {$path}
error-source-gone = « {$path} » n’est plus là : remettez ce fichier à sa place, ou retirez-le du projet.
error-territory-code = code de territoire mal formé : {$code} (attendu : be:8450, dep:15, reg:84, ze:8403, clpe:15001, epci:…, fr)
error-territory-near = . Territoires proches : {$list}
error-no-survey = aucune enquête BMO parmi les fichiers : ce qui porte sur des projets de recrutement n’est pas calculable sans elle
error-survey-without-year = l’enquête BMO {$file} ne dit pas son année (présentation de 2014 à 2018) : l’indiquer dans la barre du haut de la fenêtre ou par --year, ou l’écrire dans le nom du fichier, comme bmo_2016.csv
error-year-not-loaded = l’enquête BMO {$year} n’est pas chargée (années chargées : {$loaded})
error-territory-absent = {$code} n’a aucune ligne dans l’enquête BMO {$year} ; codes proches : {$close}
error-no-tension = aucun fichier de tensions officielles parmi les fichiers : tensions de la Dares, ou classes de France Travail par bassin
error-one-year = il faut deux enquêtes BMO où figure le territoire pour savoir si les signalements ont annoncé la suite
error-not-an-occupation = { $code } n’est pas un code de métier : donnez un code FAP à cinq caractères (V0X60, ou fap2021:V0X60)
error-occupation-absent = {$code} n’est pas un code de l’enquête BMO {$year} : donnez un code à cinq caractères de sa nomenclature
error-two-occupations = --occupations attend deux codes séparés par une virgule, comme V0X60,J3X43
error-unknown-territory = {$code} n’est pas un territoire connu
error-benchmark-code = code de repère non reconnu : « {$code} » ; écrire be:8451, dep:15, reg:84, ze:8403, clpe:15001, epci:…, fr ou similar
error-no-territory = indiquer un territoire (--territory) ou un périmètre (--perimeter)
error-sector = « {$text} » n’est pas une section de la NAF (A à U) : après --sector, écrire une section, ou rien pour toutes
error-perimeter-empty = aucun code de commune connu dans ce fichier : {$path}
perimeter-line = ligne {$line} « {$text} »
perimeter-unread = { $count ->
    [one] {$path} : {$shown} ligne sans commune connue, laissée de côté : {$list}
   *[other] {$path} : {$shown} lignes sans commune connue, laissées de côté : {$list}
}
cli-benchmark = Face à {$name} ({$code}) : {$more} { FORM($more, "métier plus présent", "métiers plus présents") } ici, {$less} { FORM($less, "moins présent", "moins présents") }, {$few} { FORM($few, "non classé", "non classés") } (moins de {$least} { FORM($least, "projet publié", "projets publiés") } ici), {$masked} { FORM($masked, "non classé", "non classés") } (projets masqués dans le repère)
error-communes-unknown = {$code} n’est dans aucune liste de communes, ni intégrée (zones d’emploi 2020, CLPE), ni chargée ; ajouter aux fichiers une table commune ↔ EPCI, CLPE ou zone d’emploi, ou donner la liste des communes par --perimeter
indicator-location-quotient-name = Quotient de localisation
indicator-location-quotient-definition = Part du métier dans les projets du territoire, rapportée à sa part dans le repère. Intervalle à 80 % sur les effectifs efficaces et les cellules masquées.
indicator-location-quotient-nulls = Sans valeur quand toutes les cellules sont masquées ; vide quand le repère n’a aucun projet dans le métier.
unit-ratio = rapport
error-no-similar = aucun territoire comparable à {$code} dans l’enquête BMO de {$year}
indicator-projects-name = Projets de recrutement
indicator-projects-definition = Recrutements que les employeurs déclarent envisager dans l’année.
indicator-projects-nulls = Les cellules masquées sont des intervalles ; une ligne absente n’est pas une ligne masquée.
indicator-difficult-projects-name = Projets jugés difficiles
indicator-difficult-projects-definition = Projets que l’employeur s’attend à voir difficiles : jamais des emplois non pourvus.
indicator-difficult-projects-nulls = Les cellules masquées sont des intervalles.
indicator-seasonal-projects-name = Projets saisonniers
indicator-seasonal-projects-definition = Projets pour un emploi saisonnier.
indicator-seasonal-projects-nulls = Les cellules masquées sont des intervalles.
indicator-difficult-share-name = Part des projets jugés difficiles
indicator-difficult-share-definition = Rapport des sommes publiées, avec les bornes que permettent les cellules masquées.
indicator-difficult-share-nulls = Sans valeur quand aucun projet n’est publié.
indicator-difficult-share-posterior-name = Part difficile lissée
indicator-difficult-share-posterior-definition = Part du territoire rapprochée de celle des échelons supérieurs selon le nombre de réponses.
indicator-difficult-share-posterior-nulls = Toujours calculable ; le grade dit ce qu’elle vaut.
indicator-difficult-share-before-name = Part difficile lissée, année précédente
indicator-difficult-share-before-definition = La même part, lue sur la dernière enquête chargée avant celle-ci, avec son propre seuil.
indicator-difficult-share-before-nulls = Absente quand le métier n’y est pas, ou y porte un code d’une autre nomenclature.
indicator-flag-probability-name = Probabilité du signalement
indicator-flag-probability-definition = Probabilité que la part lissée dépasse le seuil : la part difficile de l’ensemble des métiers en France, ou le seuil choisi dans les réglages.
indicator-flag-probability-nulls = Hors biais de non-réponse.
indicator-pressure-rank-name = Rang (80 %)
indicator-pressure-rank-definition = Place du métier parmi ceux du territoire par la part difficile lissée, 1 pour la plus forte, et l’intervalle où elle tombe huit fois sur dix quand chaque part est tirée dans son incertitude.
indicator-pressure-rank-nulls = Toujours calculable ; ce que cachent les cellules masquées n’y est pas compris.
indicator-flag-kappa-name = Accord κ
indicator-flag-kappa-definition = Accord entre ce qui était annoncé et ce qui est venu, au-delà du hasard : 0 pour le hasard, 1 pour un accord parfait.
indicator-flag-kappa-nulls = Sans valeur quand le hasard seul serait toujours d’accord.
indicator-flag-recall-name = Rappel des signalements
indicator-flag-recall-definition = Part des métiers ensuite difficiles qui avaient été annoncés.
indicator-flag-recall-nulls = Sans valeur quand aucun métier n’a été difficile.
indicator-flag-precision-name = Précision des signalements
indicator-flag-precision-definition = Part des métiers annoncés qui ont ensuite été difficiles.
indicator-flag-precision-nulls = Sans valeur quand aucun métier n’était annoncé.
indicator-pressure-score-name = Score de pression
indicator-pressure-score-definition = Écart à la moyenne des métiers des départements de la région, sur la part difficile (D), les offres rapportées aux inscriptions (R) et les sorties des listes (E), pondérées sur celles que les fichiers donnent.
indicator-pressure-score-nulls = Non calculable sans part difficile (D) ni offres rapportées aux inscriptions (R), ou sous trente cellules de référence.
indicator-pressure-class-name = Classe de pression
indicator-pressure-class-definition = Quintile du score dans l’ensemble de référence.
indicator-pressure-class-nulls = Non calculable sous trente cellules de référence.
indicator-official-tension-class-name = Classe officielle de tension
indicator-official-tension-class-definition = Classe de l’échelon publié le plus fin.
indicator-official-tension-class-nulls = Vide sans fichier officiel chargé.
indicator-training-offers-name = Offres de formation
indicator-training-offers-definition = Offres de cours liées au métier : pas un nombre de personnes formées.
indicator-training-offers-nulls = Inconnu sans catalogue chargé.
indicator-places-order-name = Ordre de grandeur des places
indicator-places-order-definition = Ordre de grandeur des places à ouvrir par an, jamais une prévision.
indicator-places-order-nulls = Intervalle seul quand il est trop large.
indicator-need-headcount-name = Effectif du métier
need-headcount-all = Salariés, tous métiers
indicator-need-headcount-definition = Salariés du métier dans les établissements du territoire, d’après les réponses redressées sur le répertoire.
indicator-need-headcount-nulls = Caché sous trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-projects-name = Projets de recrutement à 12 mois (enquête)
indicator-need-projects-definition = Projets des douze prochains mois, d’après les réponses redressées. Ce sont des intentions, pas des embauches.
indicator-need-projects-nulls = Caché sous trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-difficult-share-name = Part de projets difficiles (enquête)
indicator-need-difficult-share-definition = Part des projets que les employeurs jugent difficiles. « Difficile » n’est pas « non pourvu ».
indicator-need-difficult-share-nulls = Caché sous trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-retirements-12-name = Départs en retraite à 12 mois
indicator-need-retirements-12-definition = Départs en retraite prévus dans les douze mois, d’après les réponses redressées.
indicator-need-retirements-12-nulls = Caché sous trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-retirements-36-name = Départs en retraite à 36 mois
indicator-need-retirements-36-definition = Départs en retraite prévus dans les trente-six mois, les douze premiers compris.
indicator-need-retirements-36-nulls = Caché sous trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-departures-36-name = Autres départs à 36 mois
indicator-need-departures-36-definition = Autres départs définitifs prévus dans les trente-six mois.
indicator-need-departures-36-nulls = Caché sous trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-fill-rate-name = Part des postes pourvus
indicator-need-fill-rate-definition = Postes pourvus sur les postes ouverts des douze derniers mois.
indicator-need-fill-rate-nulls = Caché sous trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-applicants-per-post-name = Candidats par poste
indicator-need-applicants-per-post-definition = Candidatures reçues, par poste ouvert des douze derniers mois, qualifiées ou non.
indicator-need-applicants-per-post-nulls = Caché sous trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-qualified-per-post-name = Candidats qualifiés par poste
indicator-need-qualified-per-post-definition = Candidats ayant la qualification demandée, par poste ouvert. Peu de qualifiés : la formation peut aider.
indicator-need-qualified-per-post-nulls = Caché sous trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-suitable-share-name = Part de candidats qui convenaient
indicator-need-suitable-share-definition = Candidats qui convenaient parmi les qualifiés. Peu, alors que les qualifiés sont nombreux : ce n’est pas d’abord une question de formation.
indicator-need-suitable-share-nulls = Caché sous trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-retention-name = Part de présents à 12 mois
indicator-need-retention-definition = Salariés encore présents douze mois après leur embauche. Faible : c’est une question de fidélisation.
indicator-need-retention-nulls = Caché sous trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-delay-name = Délai pour pourvoir un poste, en jours
indicator-need-delay-definition = Jours de l’annonce à l’accord, en moyenne des postes pourvus des douze derniers mois. Chaque établissement donne un délai par métier, celui du poste du milieu.
indicator-need-delay-nulls = Caché sous trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-survey-mean-name = Moyenne par établissement
indicator-survey-mean-definition = Moyenne du nombre donné, par établissement qui a répondu à la question, dans l’unité de la question. Redressée, avec son intervalle.
indicator-survey-mean-nulls = Caché sous trois répondants, quand un seul domine, ou quand une réponse se retrouverait avec les poids ; sans valeur quand l’intervalle est trop large.
indicator-survey-answer-name = Part des établissements donnant la réponse
indicator-survey-answer-definition = Part des établissements qui donnent cette réponse, parmi ceux qui ont répondu à la question. Une part d’établissements n’est pas une part d’emplois.
indicator-survey-answer-nulls = Caché sous trois répondants, quand moins de trois ont donné la réponse ou ne l’ont pas donnée, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-survey-perception-name = Part d’un collège d’acteurs donnant la réponse
indicator-survey-perception-definition = Part des répondants d’un collège qui donnent cette réponse, parmi ceux du collège qui ont répondu à la question. Ni pondérée, ni extrapolée.
indicator-survey-perception-nulls = Caché quand le collège compte trop peu de réponses, ou trop peu d’un des deux côtés.
indicator-perception-gap-name = Écart entre deux collèges
indicator-perception-gap-definition = Part dans le premier collège moins part dans l’autre, en points, avec son intervalle de Newcombe à 95 %.
indicator-perception-gap-nulls = Absent quand la part d’un des deux collèges est cachée.
indicator-survey-coverage-name = Couverture de l’enquête
indicator-survey-coverage-definition = Part des établissements du répertoire qui ont répondu.
indicator-survey-coverage-nulls = Sans valeur quand aucun établissement n’est interrogé, ou sans répertoire.
indicator-survey-coverage-headcount-name = Couverture de l’enquête en effectif
indicator-survey-coverage-headcount-definition = Part de l’effectif du répertoire que couvrent les établissements répondants, chacun compté pour l’effectif moyen de son secteur et de sa taille au répertoire : les effectifs déclarés n’y entrent pas.
indicator-survey-coverage-headcount-nulls = Sans valeur quand le répertoire ne dit pas les effectifs, ou compte moins de trois établissements.
indicator-survey-projects-name = Projets déclarés à l’enquête locale
indicator-survey-projects-definition = Projets des établissements répondants, non pondérés.
indicator-survey-projects-nulls = Caché sous trois répondants ou quand un seul domine.
indicator-survey-difficult-name = Projets difficiles à l’enquête locale
indicator-survey-difficult-definition = Projets difficiles des répondants, non pondérés.
indicator-survey-difficult-nulls = Caché sous trois répondants ou quand un seul domine.
indicator-survey-causes-name = Causes citées
indicator-survey-causes-definition = Part des établissements qui citent la cause, parmi ceux qui déclarent des difficultés et en donnent une ; redressée dès que l’enquête a des poids.
indicator-survey-causes-nulls = Caché sous trois répondants, quand un côté de la part est fait de trop peu d’entre eux, ou pour couvrir un autre chiffre.
indicator-survey-training-need-name = Besoin de formation
indicator-survey-training-need-definition = Part des établissements qui ont un besoin de formation.
indicator-survey-training-need-nulls = Caché sous trois répondants.
indicator-local-posts-name = Postes offerts
indicator-local-posts-definition = Postes des offres locales chargées.
indicator-local-posts-nulls = Inconnu sans liste d’offres.
error-not-found = aucun fichier ni dossier à ce nom
error-permission = accès refusé : dossier protégé, ou fichier ouvert dans un autre programme
error-other = le système n’y donne pas accès (son message : {$detail})
error-too-large = fichier de plus d’un gibioctet

## Le document
report-title = Métiers sous tension de recrutement et formation
table-cover = Lisez-moi
table-diagnosis = Diagnostic
table-diagnosis-about = Un métier par ligne, du plus sûr au moins sûr : signalés par le territoire, présumés, à vérifier, puis les autres ; dans chaque groupe, la probabilité de dépasser le seuil décide, puis le nombre de projets difficiles attendus. « Difficile » est une prévision de l’employeur, jamais un emploi non pourvu.
table-causes = Causes
table-causes-about = Classes de 1 à 5 ; 5 aggrave la tension. Publiées par la Dares, sauf à l’échelon « bassin » où elles sont de France Travail (par ROME, 2021), dont la méthode n’est pas publiée. Le lien formation-emploi, les conditions de travail et l’inadéquation géographique ont une seule classe par métier pour toute la France : elles ne disent rien de propre au territoire. Vide : non publié.
table-training = Formation
table-training-about = Offres et certifications liées par le code ROME. Une offre dit qu’un cours existe, pas combien de personnes il forme.
table-programmes = Programmes
table-programmes-about = Ce qui est recommandé pour chaque métier signalé ; quand la formation n’est pas le premier levier, c’est écrit.
table-levels = Groupes de métiers
table-levels-about = Le même diagnostic lu à des ensembles de métiers : groupes FAP 87, domaines FAP 22, familles BMO. Les cellules sont additionnées avant tout calcul. Un ensemble signalé ne dit pas que chacun de ses métiers l’est.
column-level-occupations = Métiers ici
column-group-reading = Lu à son groupe
level-fap87 = Groupe FAP (87)
level-domains = Domaine FAP (22)
level-families = Famille BMO
level-occupations = Métier
level-one-fap87 = groupe
level-one-domains = domaine
level-one-families = famille
group-reading = Lu à son {$level} {$code} « {$label} » ({$count} { FORM($count, "métier", "métiers") } ici) : projets {$projects}, part difficile lissée {$share}, {$status}, confiance {$grade}.
table-sectors = Secteurs d’activité
table-sectors-about = Deux lectures à ne pas additionner. Postes : offres chargées, par l’activité qu’elles indiquent. Projets et part difficile : estimation, les projets de chaque métier étant répartis entre secteurs comme l’ont été ses embauches dans toute la France ; la structure locale peut différer.
table-merged-offers = Offres fusionnées
table-merged-offers-about = Lignes d’offres du territoire qui ne comptent pas, car une autre dit la même offre : même identifiant et même origine, ou même employeur, même code ROME et même commune avec des dates et des intitulés proches. Une offre n’en représente qu’une de chaque origine.
column-kept-file = Fichier retenu
column-kept-row = Ligne retenue
column-left-file = Fichier écarté
column-left-row = Ligne écartée
column-same-because = Pourquoi
same-by-identifier = même identifiant, même origine
same-by-siret = même SIRET, même code ROME, même commune ; {$days} { FORM($days, "jour", "jours") } d’écart ; intitulés ressemblants à {$title}
same-by-name = même nom d’employeur, même code ROME, même commune ; {$days} { FORM($days, "jour", "jours") } d’écart ; intitulés ressemblants à {$title}
sector-empty = {$name} : aucun métier, ni par les offres chargées, ni par l’estimation
column-sector-offers = Offres
column-sector-posts = Postes offerts
column-sector-projects-shown = Projets (estimation)
column-sector-projects = Projets, estimation
column-sector-projects-low = Projets estimés, minimum
column-sector-projects-high = Projets estimés, maximum
column-sector-share-shown = Part difficile (estimation)
column-sector-share = Part difficile, estimation
column-sector-share-low = Part difficile estimée, minimum
column-sector-share-high = Part difficile estimée, maximum
sector-survey-about = À côté, ce que les employeurs interrogés déclarent : projets et part jugée difficile, redressés, avec leur intervalle à 95 %, hors biais de non-réponse. Indice de confiance de la part : A dès dix réponses effectives, B dès deux et demie, C en dessous. Rien n’est mélangé : une lecture par colonne.
column-sector-survey-projects-shown = Enquête : projets
column-sector-survey-projects = Enquête : projets
column-sector-survey-projects-low = Enquête : projets, borne basse
column-sector-survey-projects-high = Enquête : projets, borne haute
column-sector-survey-share-shown = Enquête : part difficile
column-sector-survey-share = Enquête : part difficile
column-sector-survey-share-low = Enquête : part difficile, borne basse
column-sector-survey-share-high = Enquête : part difficile, borne haute
column-sector-survey-n = Enquête : réponses
column-sector-survey-grade = Enquête : confiance
sector-all = tous métiers
sector-every = Tous les secteurs
sector-none = Charger des offres qui indiquent leur activité, ou la table des embauches par ROME et NAF : sans elles, rien n’est dit par secteur.
sector-line = {$name} — postes offerts {$posts} — estimation : projets {$projects}, part difficile {$share}
diagnosis-tab-sectors = Secteurs
indicator-sector-projects-name = Projets du secteur (estimation)
indicator-sector-projects-definition = Projets de chaque métier, répartis entre secteurs comme ses embauches dans toute la France. Les bornes viennent des cellules masquées ; l’écart entre structure nationale et locale n’y est pas.
indicator-sector-projects-nulls = Vide sans table des embauches par ROME et NAF ; les métiers sans lien ne sont pas répartis.
indicator-sector-share-name = Part difficile du secteur (estimation)
indicator-sector-share-definition = Moyenne des parts difficiles lissées des métiers du secteur, pondérée par les projets estimés. Bornes à 80 % de chaque métier, prises ensemble.
indicator-sector-share-nulls = Vide sans projet publié à répartir dans le secteur.
table-comparison = Comparaison
table-comparison-about = Chaque métier du territoire face aux repères choisis. Quotient : part du métier dans les projets d’ici sur sa part dans le repère ; au-dessus de 1, il pèse plus ici. Sous 30 projets publiés il n’est pas classé.
table-benchmarks = Repères
table-benchmarks-about = Ce que sont les repères choisis et comment ils sont lus. Un territoire fait de communes est lu aux bassins qui les contiennent, chacun compté en entier.
column-benchmark-name = Repère
column-benchmark-code = Code du repère
column-benchmark-reading = Lecture
column-benchmark-projects-shown = Projets du repère
column-benchmark-projects = Projets du repère (somme publiée)
column-benchmark-projects-low = Projets du repère, minimum
column-benchmark-projects-high = Projets du repère, maximum
column-benchmark-share-shown = Part difficile du repère
column-benchmark-share = Part difficile du repère, valeur
column-benchmark-share-low = Part difficile du repère, minimum
column-benchmark-share-high = Part difficile du repère, maximum
column-benchmark-posterior-shown = Part difficile lissée du repère
column-benchmark-posterior = Part lissée du repère, valeur
column-benchmark-posterior-low = Part lissée du repère, 10 %
column-benchmark-posterior-high = Part lissée du repère, 90 %
column-benchmark-grade = Confiance du repère
column-share-shown = Part difficile
column-quotient-shown = Quotient de localisation
column-quotient = Quotient, valeur
column-quotient-low = Quotient, 10 %
column-quotient-high = Quotient, 90 %
column-specificity = Spécificité
specificity-more = plus présent ici
specificity-less = moins présent ici
specificity-alike = pas de différence établie
specificity-few = non classé : moins de {$least} { FORM($least, "projet publié", "projets publiés") } ici
specificity-masked = non classé : projets masqués dans le repère
specificity-unknown = aucun projet à comparer dans le repère
benchmark-similar = Territoires semblables
benchmark-nested = Le repère contient le territoire : le quotient est calculé face au reste du repère, puis rapporté à l’ensemble.
benchmark-same = Ce repère se lit aux mêmes bassins que le territoire : il n’y a rien à comparer.
coverage-exact = Le territoire ({$communes} { FORM($communes, "commune", "communes") }) est exactement fait des bassins lus : {$list}.
coverage-partial = BMO compte par bassin d’emploi : le territoire ({$communes} { FORM($communes, "commune", "communes") }) est lu aux bassins qui contiennent ses communes, chacun compté en entier. {$inside} { FORM($inside, "commune", "communes") } sur {$of} de ces bassins en font partie : {$list}.
coverage-basin = {$inside} sur {$of} dans {$name} ({$code})
coverage-unplaced = { $count ->
    [one] {$shown} commune n’est dans aucun bassin de la liste : elle n’est pas comptée.
   *[other] {$shown} communes ne sont dans aucun bassin de la liste : elles ne sont pas comptées.
}
similar-name = dont {$name}
similar-why = {$projects} { FORM($projects, "projet publié", "projets publiés") }, soit {$ratio} fois ceux d’ici ; {$structure} des projets à changer de famille pour embaucher à l’identique ; distance {$distance}
table-sources = Sources
table-sources-about = Chaque fichier chargé : lignes lues = gardées + refusées + vides.
table-method = Méthode
table-method-about = Indicateurs, paramètres, dispositifs et nomenclatures, avec leur source et leur date.
chart-programmes = Projets de recrutement des premiers métiers signalés
chart-programmes-about = Barres : somme publiée des projets de recrutement, dans l’ordre de la feuille Programmes
comparison-department = Part difficile, département
comparison-region = Part difficile, région
comparison-france = Part difficile, France
answer-yes = oui
answer-no = non
list-separator = {" ; "}
column-family = Famille
column-projects-shown = Projets
column-posterior-shown = Part difficile lissée
column-benchmark = Repère
column-seasonal = Projets saisonniers (somme publiée)
column-seasonal-low = Saisonniers, minimum
column-seasonal-high = Saisonniers, maximum
column-share-department = Part difficile du département
column-share-region = Part difficile de la région
column-share-france = Part difficile en France
column-cause-hiring-intensity = Intensité d’embauche
column-cause-training-link = Lien formation-emploi (national)
column-cause-labour-shortage = Manque de main-d’œuvre
column-cause-precariousness = Non-durabilité de l’emploi
column-cause-working-conditions = Conditions de travail (national)
column-cause-geographic-mismatch = Inadéquation géographique (national)
column-cause-unattractive-pay = Salaire peu attractif
column-causes-rung = Échelon des causes
column-reason = Raisonnement
column-contradictions = Ce qui contredit
column-rome-readings = Classes France Travail par ROME (bassin)
column-survey-establishments = Enquête : établissements
column-survey-projects = Enquête : projets
column-survey-difficult = Enquête : projets difficiles
column-survey-need = Enquête : besoin de formation
column-survey-causes = Enquête : causes citées
column-supply-type = Nature
column-link-kind = Nature du lien
column-ring = Distance
column-title = Intitulé
column-provider = Organisme ou certificateur
column-place = Lieu
column-level = Niveau
column-hours = Heures
column-places = Places
column-price = Prix (€)
column-continuing = Formation continue
column-register = Fiche RNCP ou RS
column-rome = ROME
column-link-share = Part de la fiche ROME
column-derived = ROME déduit
column-file = Fichier
column-row = Ligne
column-rank = Ordre
column-basis = Fondement
column-format = Formation à monter
column-audiences = Publics
column-commitment = Engagement des employeurs
column-places-shown = Ordre de grandeur des places
column-places-order = Places par an, ordre de grandeur
column-places-low = Places, minimum
column-places-high = Places, maximum
column-hours-least = Heures, minimum
column-hours-median = Heures, médiane
column-hours-most = Heures, maximum
column-certifications = Certifications candidates
column-providers = Organismes candidats
column-financing = Financements à vérifier
column-lead = Pilote suggéré
column-follow-up = Indicateurs à suivre
column-kind = Nature
column-vintage = Millésime
column-sheet = Feuille
column-rows-read = Lues
column-rows-kept = Gardées
column-rows-refused = Refusées
column-rows-empty = Vides
column-used = Utilisé
column-fingerprint = Empreinte SHA-256
column-method-type = Nature
column-method-name = Nom
column-definition = Définition
column-formula = Formule ou valeur
column-nulls = Valeurs manquantes
column-source = Source
column-date = Date
hidden-too-few = secret : trop peu de répondants
hidden-dominates = secret : un répondant domine
supply-offer = offre
supply-offer-proposed = offre à confirmer
supply-certification = certification
supply-ended = terminé
supply-none-found = rien trouvé dans les fichiers chargés
supply-not-loaded = inconnu : aucun fichier chargé
ring-basin = dans le bassin
ring-near = à proximité du bassin
ring-department = dans le département
ring-region = dans la région
ring-elsewhere = hors de la région
ring-remote = à distance
format-certifying = formation certifiante, en volume
format-short-adaptation = adaptation courte à l’emploi (POEI, Afest, blocs)
format-short-access = parcours court d’accès au métier
format-none = aucune : la formation n’est pas le premier levier
audience-job-seekers = demandeurs d’emploi
audience-job-seekers-far = personnes éloignées de l’emploi
audience-employees = salariés
audience-outside-basin = candidats d’autres bassins
audience-spouses = conjoints de nouveaux arrivants
lead-france-travail-region = France Travail et la Région
lead-opco-employers = OPCO et employeurs volontaires
lead-france-travail = France Travail
lead-employers-branches = employeurs et branches professionnelles
lead-employers-group = groupement d’employeurs
lead-agglomeration = intercommunalité
financing-checked = {$name} (à confirmer : {$ask} ; vérifié le {$date})
financing-stale = {$name} (à confirmer : {$ask} ; non revérifié depuis le {$date})
unit-projects = projets par an
unit-share-of-projects = part des projets
unit-probability = probabilité
unit-class = classe
unit-standard-score = écarts types
unit-places = places par an
unit-offers = offres
unit-hours = heures
unit-establishments = établissements
unit-posts = postes
unit-share-of-establishments = part des établissements
unit-share-of-card = part de la fiche ROME
unit-employees = salariés
unit-departures = départs
unit-share-of-posts = part des postes
unit-share-of-candidates = part des candidats qualifiés
unit-share-of-hires = part des embauchés
unit-candidates-per-post = candidats par poste
unit-days-per-post = jours par poste
unit-per-establishment = par établissement
unit-rank = rang
unit-share-of-occupations = part des métiers
unit-kappa = κ
unit-share-of-employees = part de l’effectif
unit-share-of-respondents = part des répondants du collège
unit-difference-of-shares = écart de parts, en points
unit-euros = euros par personne
method-indicator = indicateur
method-parameter = paramètre
method-device = dispositif
method-list = nomenclature
device-in-force = en vigueur : à vérifier avant de s’y fier
device-ended = terminé : jamais suggéré
device-unverified = non vérifié : jamais suggéré
list-replaced = remplacée par {$file}
error-params-unknown = {$file} : « {$id} » n’est pas un réglage. Réglages possibles : {$known}.
error-params-range = {$file} : {$id} doit être compris entre {$least} et {$most}.
error-params-cut = {$file} : « {$found} » n’est pas un seuil (cut). Écrivez "france", "region" ou une part entre 0 et 1.
error-params-value = {$file} : {$id} attend un nombre, et non « {$found} ».
error-params-malformed = {$file} n’est pas un fichier de réglages lisible (ligne {$line}, colonne {$column}). Exemple : { "{" } "flag_probability": 0.9, "cut": "region" { "}" }
parameter-star-max = Plus grande valeur que peut cacher une cellule masquée
parameter-effective-share = Part des projets qui repose sur une réponse
parameter-prior-strength = Poids de l’échelon supérieur, en réponses
parameter-flag-probability = Probabilité à partir de laquelle un métier est signalé
parameter-reference-minimum = Cellules nécessaires pour une classe de pression
parameter-quotient-minimum = Projets publiés sous lesquels un quotient n’est pas classé
parameter-similar-structure = Territoires semblables : poids de la structure
parameter-similar-volume = Territoires semblables : poids du volume
parameter-similar-count = Territoires semblables : nombre retenu
parameter-survey-skill-threshold = Part d’employeurs citant les compétences qui permet une adaptation courte
parameter-survey-contradiction-threshold = Part d’employeurs citant une cause, de classe nationale basse, qui les met en regard
parameter-minimum-respondents = Répondants nécessaires pour montrer un chiffre de l’enquête
parameter-dominance = Part d’un total au-delà de laquelle un répondant domine
parameter-projection-refusal = Demi-largeur d’intervalle au-delà de laquelle la valeur centrale est refusée
parameter-trained-share-5 = Part des recrutements à former, lien formation-emploi de classe 5
parameter-trained-share-4 = Part des recrutements à former, classe 4
parameter-trained-share-3 = Part des recrutements à former, classe 3
parameter-trained-share-low = Part des recrutements à former, classes 1 et 2
parameter-trained-share-unknown-low = Part à former, minimum si le lien est inconnu
parameter-trained-share-unknown-high = Part à former, maximum si le lien est inconnu
cover-figures = Chiffres du territoire
cover-territory = Territoire
cover-year = Enquête BMO
cover-date = Date de l’analyse
cover-occupations = Métiers observés
cover-masked = Cellules dont les projets sont masqués (secret statistique)
cover-masked-difficult = Cellules dont les projets difficiles sont masqués, celles-là comprises
cover-masked-large = Secret statistique : des métiers aux nombreux projets ont leurs difficiles masqués. Ces difficiles peuvent être plus nombreux que ce qu’une cellule masquée cache d’habitude ; les intervalles peuvent y être trop étroits.
cover-evidence = Métiers signalés, fondés sur les données du territoire
cover-presumed = Métiers présumés d’après l’échelon supérieur
cover-reading = Comment lire
cover-reading-difficult = « Difficile » est ce que l’employeur prévoit : ce n’est jamais un emploi non pourvu.
cover-reading-masked = Une cellule masquée cache de 1 à 4 projets : elle élargit l’intervalle, elle ne vaut ni 0 ni 1. Une somme publiée laisse de côté les cellules masquées : elle peut être sous ses propres bornes.
cover-reading-grade = Confiance A : les données du territoire pèsent autant que celles du département, de la région ou de la France. B : les unes et les autres comptent. C : présomption, à confirmer sur place.
cover-reading-lever = Le levier vient des causes publiées. Quand la formation n’est pas le premier levier, la recommandation le dit et nomme l’autre.
cover-reading-places = Le nombre de places est un ordre de grandeur entre deux bornes, jamais une prévision : des projets de recrutement ne sont pas des besoins de formation.
cover-reading-training = Une offre de formation dit qu’un cours existe. Elle ne dit pas combien de personnes il forme, ni qu’elles restent dans le bassin.
cover-survey = Enquête auprès des employeurs
cover-survey-who = Réponses
cover-survey-answered = {$answered} sur {$asked} { FORM($asked, "établissement interrogé", "établissements interrogés") }
cover-survey-wave = Année de l’enquête
secrecy-hidden =
    { $count ->
     [0] Secret statistique : aucun chiffre de l’enquête n’est caché.
     [one] Secret statistique : {$shown} chiffre de l’enquête est caché, avec sa raison à sa place.
    *[other] Secret statistique : {$shown} chiffres de l’enquête sont cachés, chacun avec sa raison à sa place.
    }
secrecy-exposed =
    { $count ->
     [one] Attention : {$shown} chiffre caché pourrait être retrouvé, par ce qui est déjà sorti de ce projet, seul ou joint à ce qu’un répondant sait de ses propres réponses. Tout ce qui pouvait encore être caché l’est : limitez la diffusion de ce qui est sorti.
    *[other] Attention : {$shown} chiffres cachés pourraient être retrouvés, par ce qui est déjà sorti de ce projet, seul ou joint à ce qu’un répondant sait de ses propres réponses. Tout ce qui pouvait encore être caché l’est : limitez la diffusion de ce qui est sorti.
    }
secrecy-undecided = Les réponses de l’enquête ne sont pas exportées : ses tableaux ne s’additionnent pas, le secret ne peut pas être jugé.
secrecy-memory = Ce qui sort est noté dans le projet, pour qu’un prochain export ne permette pas de retrouver une réponse par différence.
secrecy-unsaved = Enregistrez le projet : il garde en mémoire ce qui est sorti, pour qu’un prochain export ne permette pas de retrouver une réponse par différence.
secrecy-remembered = Ce qui sort est noté dans {$path}. Ce fichier permet à qui a la liste des établissements de retrouver leurs réponses : gardez-le comme les réponses, remettez les exports et non le projet.
secrecy-file = Ne transmettez pas le fichier du projet : il permet de retrouver des réponses de l’enquête.
secrecy-file-ask = Pourquoi ce fichier est secret
secrecy-file-why = Le fichier du projet garde en mémoire ce qui est sorti, pour qu’un prochain export ne permette pas de retrouver une réponse par différence. Cette mémoire est faite d’empreintes des réponses, mêlées d’un « sel » : un nombre tiré au hasard, propre au projet et noté dans le même fichier. Qui a ce fichier et la liste des établissements peut donc essayer les réponses une à une et les retrouver, même celles qui sont cachées. Gardez-le, et sa copie de secours (.bak), comme les réponses elles-mêmes ; remettez les documents exportés, et non le projet.
error-several-projects = Un seul projet à la fois quand une enquête est chargée : le secret est jugé sur ce qui est déjà sorti de ce projet.
column-need-figure = Chiffre
column-need-unit = Unité
column-need-value = Valeur redressée
column-need-low = Borne basse (95 %)
column-need-high = Borne haute (95 %)
column-need-remark = Remarque
column-weights-what = Ce qui est mesuré
column-weights-value = Valeur
table-weights = Redressement
cover-notes = À savoir sur cette analyse
cover-tables = Feuilles
note-several-departments = Le territoire couvre plusieurs départements ; l’ancrage officiel est celui de {$used}.
note-no-anchor-loaded = Aucun fichier de tensions n’est chargé : les causes et la classe officielle sont inconnues, donc le diagnostic reste indéterminé.
note-anchor-converted = Les tensions, publiées en nomenclature FAP {$from}, ont été rapprochées des métiers de la FAP {$to} quand une part suffisante leur est commune.
note-no-training-loaded = Aucun catalogue ni fichier de certifications n’est chargé : l’offre de formation est inconnue, elle n’est pas nulle.
note-nomenclature-break = La nomenclature des métiers change entre {$before} et {$after} : la série par métier s’arrête à cette rupture.
note-duplicate-year = {$left} est laissé de côté : {$kept} couvre déjà cette année.
note-decimal-layout = {$file} est au format décimal de 2014 à 2018 : une cellule masquée y est comprise entre 0 et 5.
note-parameter-changed = Paramètre modifié par l’utilisateur : {$name}, {$value} au lieu de {$default}.
note-cut-region = Seuil modifié par l’utilisateur : un métier est comparé à la part de projets difficiles de sa région, et non de la France.
note-cut-fixed = Seuil modifié par l’utilisateur : un métier est comparé à une part de projets difficiles de {$share}, et non à celle de la France.
note-seasonal-mostly = La plupart des projets de ce territoire sont saisonniers.
note-anchor-without-match = Métiers sans classe officielle à aucun échelon : { $count }.
note-reference-set-too-small = Trop peu de cellules de référence ({ $cells }) : aucune classe de pression n’est calculée.
note-codes-unknown = {$file} : codes inconnus, { $count } ({$examples}).
note-outside-territory = {$file} : lignes hors du territoire, { $count }.
note-without-occupation = {$file} : lignes sans métier identifiable, { $count }.
note-occupation-by-title = {$file} : offres sans code, rattachées à un métier par leur intitulé : { $count }.
cause-hiring-intensity = intensité d’embauche
cause-training-link = lien formation-emploi
cause-labour-shortage = manque de main-d’œuvre disponible
cause-precariousness = non-durabilité de l’emploi
cause-working-conditions = conditions de travail contraignantes
cause-geographic-mismatch = inadéquation géographique
cause-unattractive-pay = salaire peu attractif
diagnosis-no-flag-why = Ni les données du territoire ni la classe officielle ne signalent ce métier.
diagnosis-trained-labour-why = Le métier demande une formation précise, et ni les conditions de travail ni la durée des contrats n’expliquent les difficultés : former est le premier levier.
diagnosis-mixed-why = Le métier demande une formation précise, mais la qualité de l’emploi pèse aussi : former ne suffira pas sans engagement des employeurs.
diagnosis-job-quality-why = Le métier n’exige pas de formation précise et la qualité de l’emploi freine les candidats : former n’est pas le premier levier.
diagnosis-small-pool-why = Le métier est accessible et les emplois sont corrects, mais les candidats manquent : il faut élargir le vivier, avec des formations courtes d’accès.
diagnosis-turnover-why = Les difficultés viennent du volume d’embauches et du renouvellement : fidéliser passe avant former.
diagnosis-geography-why = Les candidats et les emplois ne sont pas aux mêmes endroits : agir sur la mobilité et le logement.
diagnosis-undetermined-why = Les causes publiées ne suffisent pas pour nommer un levier : interroger les employeurs avant d’agir.
reason-aggravating = Causes de classe 4 ou 5 : {$list}.
reason-missing = Causes non publiées : {$list}.
reason-no-cause = Aucune cause n’est publiée ou chargée pour ce métier.
reason-rung = Causes publiées à l’échelon « {$rung} », {$year}.
reason-short-adaptation = Les employeurs interrogés citent les compétences : une adaptation courte peut aider, sans être le premier levier.
reason-contradiction = Les employeurs interrogés disent autrement : {$share} citent « {$cause} » (répondants seuls, sans poids, intervalle à 95 %), de classe officielle {$class}.
reason-contradiction-weighted = Les employeurs interrogés disent autrement : {$share} citent « {$cause} » (estimation redressée, intervalle à 95 %), de classe officielle {$class}.
indicator-official-cause-class-name = Classe officielle d’une cause
indicator-official-cause-class-definition = Classe de 1 à 5 de la cause, à l’échelon publié le plus fin.
indicator-official-cause-class-nulls = Vide quand la cause n’est pas publiée.
indicator-link-share-name = Part de la fiche ROME
indicator-link-share-definition = Part des qualifications de la fiche qui mènent au métier : plus elle est basse, plus le lien est lâche.
indicator-link-share-nulls = Sous 20 %, le lien n’est pas retenu.
indicator-offer-hours-name = Durée d’une offre
indicator-offer-hours-definition = Durée en heures, telle que publiée.
indicator-offer-hours-nulls = Vide si l’offre ne la dit pas ; zéro est lu comme inconnu.
indicator-offer-places-name = Places d’une offre
indicator-offer-places-definition = Places par an, telles que publiées par le catalogue.
indicator-offer-places-nulls = Vide si le catalogue ne les dit pas.
indicator-offer-price-name = Prix d’une offre
indicator-offer-price-definition = Prix par personne, tel que publié.
indicator-offer-price-nulls = Vide s’il n’est pas publié.
indicator-course-hours-name = Durée des formations liées
indicator-course-hours-definition = Minimum, médiane et maximum des durées des offres de formation continue liées.
indicator-course-hours-nulls = Vide quand aucune offre ne dit sa durée.
grade-a = A : les données du territoire pèsent au moins autant que celles du département, de la région ou de la France.
grade-b = B : les données du territoire et celles de territoires plus grands comptent.
grade-c = C : présomption tirée du département, de la région ou de la France, à confirmer sur place.

## D'où vient ce chiffre
provenance-title = D’où vient ce chiffre ?
provenance-formula = Formule
formula-word-access-to-work = accès à l’emploi
formula-word-by-age = par âge
formula-word-budget = budget
formula-word-completion = achèvement
formula-word-cost = coût
formula-word-draws = tirages
formula-word-empty = vides
formula-word-entered = entrés
formula-word-entrants = entrées
formula-word-gain = gain
formula-word-gap = écart
formula-word-group = groupe
formula-word-kept = gardées
formula-word-need = besoin
formula-word-people = personnes
formula-word-place = place
formula-word-places = places
formula-word-pool = vivier
formula-word-qualified = qualifiés
formula-word-rate = taux
formula-word-read = lues
formula-word-refused = refusées
formula-word-return = retour
formula-word-said = dit
formula-word-seekers = demandeurs
formula-word-session = session
formula-word-sessions = sessions
formula-word-share = part
formula-word-stays = maintien
provenance-computed = Calcul
provenance-base = Base
provenance-n = cellules lues (n) : {$n} ; masquées : {$masked}
provenance-n-answers = établissements répondants (n) : {$n}
provenance-confidence = Confiance
provenance-files = Fichiers
source-quoted = {$source} (« {$words} »)
source-choice = choix de l’outil
source-tool = Bassin, méthode de l’outil
source-survey-register = enquête locale et répertoire d’établissements
source-survey-weighted = enquête locale, redressée
source-survey = enquête locale
source-colleges = enquête auprès des collèges d’acteurs
source-catalogues = catalogues chargés
source-offers = offres locales
source-seekers = fichier des demandeurs d’emploi chargé
source-offers-seekers = listes d’offres et fichier des demandeurs d’emploi chargés
provenance-source = Source
provenance-rank = parmi {$of} { FORM($of, "métier", "métiers") } ; {$draws} { FORM($draws, "tirage", "tirages") }, graine {$seed}
provenance-and-more = et {$count} { FORM($count, "autre", "autres") }
provenance-unit = Unité
provenance-territory = Territoire

## Ligne de commande, suite
usage-unknown-argument = « {$argument} » n’est pas une option de cette commande
usage-unknown-verb = « {$argument} » n’est pas une commande
usage-no-value = {$argument} attend une valeur
usage-invalid-value = « {$value} » n’est pas accepté pour {$argument}
usage-unreadable-value = « {$value} » ne se lit pas pour {$argument}
usage-missing = il manque : {$argument}
usage-conflict = {$argument} ne va pas avec {$prior}
usage-number-of-values = {$argument} n’a pas le nombre de valeurs attendu
usage-valid-values = Valeurs possibles : {$values}
usage-suggestion = Vouliez-vous dire « {$near} » ?
usage-help = Aide : ajoutez --help à la commande
error-not-a-verb = ni une commande, ni un fichier qui existe : {$path}
error-no-display = aucun écran : la fenêtre ne peut pas s’ouvrir ; essayez « bassin demo » ou « bassin analyse »
cli-demo-written = Pas d’écran ici : les résultats du territoire d’exemple (fictif) sont écrits dans ces fichiers.

## La fenêtre
step-sources = Sources
step-diagnosis = Diagnostic
step-training = Formation
step-programmes = Programmes
step-keys = Ctrl et le chiffre
step-documents = Documents
menu-file = Fichier
menu-new = Nouveau projet
menu-open = Ouvrir un projet…
menu-recent = Projets récents
menu-save = Enregistrer le projet
menu-save-as = Enregistrer le projet sous…
menu-edit = Édition
menu-undo = Annuler
menu-undo-of = Annuler : {$edit}
menu-redo = Rétablir
menu-redo-of = Rétablir : {$edit}
menu-find = Rechercher
menu-view = Affichage
edit-add-sources = ajout de fichiers
edit-remove-source = retrait d’un fichier
edit-territory = choix du territoire
edit-year = choix de l’année
edit-comparison = choix du repère
edit-add-perimeter = ajout d’un périmètre
edit-remove-perimeter = retrait d’un périmètre
edit-benchmarks = choix des repères
language-fr = Français
language-en = English
theme-system = Comme le système
theme-light = Clair
theme-dark = Sombre
bar-choose = Choisir…
bar-find = Chercher un nom ou un code
bar-year = Année
bar-comparison = Repère
bar-kind-be = Bassins d’emploi
bar-kind-dep = Départements
bar-kind-reg = Régions
bar-kind-fr = France
benchmarks-chosen = Repères
benchmarks-add = Ajouter un repère
benchmarks-perimeter = Périmètre de communes…
benchmarks-remove = Retirer {$name}
benchmarks-none = Choisir un repère : un autre territoire, un périmètre de communes, ou les territoires semblables. Celui de la barre du haut (département, région ou France) ne fait que remplir une colonne du tableau ; ceux d’ici comparent métier par métier.
benchmarks-readings = Comment les repères sont lus
diagnosis-tab-groups = Groupes
diagnosis-tab-comparison = Comparaison
bar-kind-ze = Zones d’emploi
bar-kind-clpe = Comités locaux pour l’emploi
bar-kind-epci = Intercommunalités
bar-kind-per = Périmètres du projet
place-department = Département
place-region = Région
place-france = France
grid-sort = Trier par {$column}
grid-copy = Copier
window-search = Rechercher
window-search-hint = métier, code, mot…
window-show = Montrer
window-rows = Lignes : {$count}
window-working = Calcul en cours…
window-cancel = Annuler
window-close = Fermer
window-no-source = Aucun fichier chargé : commencez par l’étape Sources.
window-no-territory = Choisissez un territoire.
window-analysis-failed = L’analyse a échoué sur ces fichiers ; le projet n’est pas touché. Retirez un fichier pour trouver lequel.
typed-why = Le système n’a pas de boîte de dialogue pour les fichiers (ni portail de bureau, ni « zenity ») : dites ici où.
typed-folder = Dossier
typed-name = Nom du fichier
typed-save = Enregistrer ici
typed-replace = Remplacer ce fichier
typed-choose = Choisir
typed-exists = Un fichier de ce nom est déjà là ; il serait remplacé.
typed-no-folder = Ce dossier n’existe pas.
typed-no-name = Donnez un nom au fichier.
typed-no-file = Il n’y a pas de fichier de ce nom dans ce dossier.
window-no-dialog = Le système n’a pas pu ouvrir de boîte de dialogue ; déposez les fichiers sur la fenêtre.
window-export-failed = L’export a échoué ; rien n’a été remplacé.
window-export-changed = Ce qui peut sortir a changé pendant la préparation des documents : rien n’a été écrit. Exportez à nouveau.
keep-all = tous les métiers
keep-evidence = signalés par le territoire
keep-flagged = signalés ou présumés
keep-to-check = à vérifier (masqués)
diagnosis-tab-table = Tableau
diagnosis-tab-basins = Tous les bassins
atlas-about = Tous les bassins de l’enquête BMO {$year}, avec la même méthode. Un clic choisit une ligne.
atlas-go = Analyser {$basin}
column-basin = Bassin
diagnosis-tab-method = Réglages
method-about = Chaque valeur de la méthode dit d’où elle vient, au survol : d’une source publiée, ou d’un choix de l’outil. Chacune peut être changée dans ses bornes : la liste est recalculée aussitôt, et tout ce qui sort de Bassin dit ce qui a été changé. Les règles de secret, en fin de liste, ne peuvent être que durcies.
method-settings = Réglages
method-cut = Seuil de difficulté
method-cut-france = France, tous métiers
method-cut-region = Région, tous métiers
method-cut-fixed = part fixée
method-range = Hors de l’intervalle permis : de {$least} à {$most}
method-as-it-comes = valeur de la méthode
method-back-to = Revenir à {$value}
method-reset-all = Revenir à la méthode
method-changes = Ce qui change dans la liste
method-unchanged = Rien : la méthode est appliquée telle quelle.
method-summary = Métiers qui entrent dans la liste des signalés : {$entering}. Qui en sortent : {$leaving}. Autres changements de signalement, de confiance ou de classe : {$other}.
method-standing = {$status} (confiance {$grade}), classe {$class} (confiance {$sure})
method-before = Avec la méthode
method-after = Avec vos réglages
parameter-by-user = choix de l’utilisateur ; la méthode dit {$default} ({$source})
diagnosis-tab-quadrant = Pression et volume
diagnosis-tab-map = Carte
map-subtitle = {$level}, {$year}
map-without = sans valeur : rien n’est déclaré ou calculable
map-masked = masqué : seules des bornes sont connues
map-below = moins de {$bound}
map-above = {$bound} et plus
map-all = toutes les valeurs
map-legend-line =
    { $count ->
     [one] {$words} — {$shown} territoire
    *[other] {$words} — {$shown} territoires
    }
map-source = Source : {$source}, {$year} (fichier {$file}).
map-geography = Contours : fichier {$file}, chargé par l’utilisateur.
map-missing =
    { $count ->
     [one] {$shown} commune de la liste n’a
    *[other] {$shown} communes de la liste n’ont
    } pas de contour dans le fichier : les territoires dessinés sont incomplets d’autant.
map-homeless =
    { $count ->
     [one] {$shown} contour n’est dans aucun territoire connu et n’est pas dessiné.
    *[other] {$shown} contours ne sont dans aucun territoire connu et ne sont pas dessinés.
    }
map-read-at-basins = BMO compte par bassin d’emploi : chaque territoire est lu aux bassins qui contiennent ses communes, chacun compté en entier. Territoires dessinés faits de bassins entiers : {$exact} sur {$all}.
map-part = {$inside} { FORM($inside, "commune", "communes") } sur {$of} des bassins lus en font partie
map-conic = Projection Lambert-93.
map-conic-and-insets = Projection Lambert-93 ; chaque cartouche a sa projection et son échelle : les surfaces ne se comparent pas d’un cadre à l’autre.
map-plain = Projection équirectangulaire, centrée sur chaque cadre.
map-made = Carte établie le {$date} avec Bassin.
map-summary = {$title} : territoires avec une valeur : {$known} sur {$all} ; le plus élevé : {$first} ; le plus faible : {$last} ; masqués : {$masked} ; sans valeur : {$without}.
map-nothing = {$title} : aucun territoire dessiné n’a de valeur.
map-kilometres = {$length} km
map-indicator = Indicateur
map-classes = Classes
map-quantiles = quantiles
map-fixed = bornes fixes
map-occupation-all = tous les métiers
map-occupation-chosen = le métier choisi
map-level = Découpage
map-whole = Tout voir
map-how = Cliquez un territoire pour l’étudier ; clic droit : d’où vient son chiffre ; molette : zoom ; glisser : déplacer. Le tableau à côté dit la même chose.
map-table-territory = Territoire
map-table-value = Valeur et bornes
map-selected = Territoire étudié : {$name}
map-no-shape = Aucun contour chargé ne correspond aux territoires de l’enquête : chargez un fichier GeoJSON de communes, de bassins, de départements ou de régions.
map-working = Préparation de la carte…
map-choose-occupation = Cet indicateur se dit d’un métier : choisissez-en un dans le tableau.
map-written = Carte écrite : {$path}
error-map-not-mappable = « {$indicator} » n’a pas de valeur par territoire. Indicateurs possibles : {$list}
error-map-needs-occupation = « {$indicator} » se dit d’un seul métier : ajoutez --occupation CODE
error-map-occupation-absent = {$occupation} n’est pas dans l’enquête de {$year}
error-map-class-absent = aucune classe officielle de {$label} ({$code}) n’est publiée à ce niveau ({$level}) ; {$elsewhere}
error-map-class-basin = aucune classe officielle de {$label} ({$code}) ne se lit par bassin : il y faut une fiche ROME qui soit ce métier et lui seul, dans un fichier de classes par bassin ; {$elsewhere}
error-map-class-elsewhere = il y en a une à : {$list}
error-map-class-nowhere = aucun fichier chargé n’en publie à un autre niveau
level-fr = France entière
error-map-no-shapes = {$file} ne contient aucun contour lu
error-map-other-division = les contours de {$file} ne permettent pas de dessiner les {$level} (leurs codes : {$codes})
error-map-nothing-inside = aucun contour de {$file} n’est dans {$code}
error-picture-out = l’image s’écrit en .svg ou en .png : {$path}
error-picture = l’image n’a pas pu être dessinée : {$detail}
error-map-cancelled = carte abandonnée
error-map-classes = les bornes sont des nombres croissants, quatre au plus : {$text}
error-map-occupation = « {$text} » n’est pas un code de métier (par exemple V0X60 ou fap2021:V0X60)
error-map-level = « {$text} » n’est pas un découpage : be, dep, reg, ze, clpe ou epci
frame-metropolitan = France métropolitaine
frame-guadeloupe = Guadeloupe
frame-martinique = Martinique
frame-guyane = Guyane
frame-reunion = La Réunion
frame-mayotte = Mayotte
frame-miquelon = Saint-Pierre-et-Miquelon
frame-northern-islands = Saint-Martin, Saint-Barthélemy
frame-elsewhere = Autres territoires
plot-evidence = signalé par les données du territoire
plot-presumed = présumé d’après l’échelon supérieur
plot-check = à vérifier
plot-quiet = non signalé
plot-x = Projets de recrutement (échelle logarithmique)
plot-y = Part difficile lissée
sheet-lever = Levier : {$lever}.
sheet-grade = confiance {$grade}
sheet-class = pression {$class}/5 (confiance {$grade})
sheet-figures = Chiffres du territoire
sheet-benchmarks = Part difficile : repères
sheet-here = Ici, lissée
sheet-cut = Trait vertical : seuil de difficulté, {$cut}. Barre : intervalle à 80 % ici, bornes des cellules masquées ailleurs.
sheet-trend = Évolution
sheet-trend-word = Part difficile : {$trend}.
sheet-no-trend = Une seule année chargée dans cette nomenclature.
sheet-certifications = Certifications liées
sheet-offers = Offres {$ring}
sheet-see-training = Voir la formation
sheet-survey = Ce que disent les employeurs (enquête locale)
column-causes-shown = Causes qui aggravent
column-portrait = En phrases
column-side-measure = Ce qui est mesuré
causes-unpublished = —
causes-none-aggravates = aucune n’aggrave
causes-told = {$list} — classe de 1 (atténue) à 5 (aggrave)
diagnosis-official-only = {$words} (classe officielle seule)
lever-official-only = {$words} (selon la seule classe officielle : le métier n’est pas signalé ici)
format-certifying-unsized = formation certifiante, volume à établir
trend-broken = coupée par la nomenclature
figure-published-why = La somme publiée est sous ses bornes : elle laisse de côté les cellules masquées, dont chacune contient au moins un projet.
provenance-masked = Somme et bornes
cut-france = la part de l’ensemble des métiers en France ({$share})
cut-region = la part de l’ensemble des métiers de la région ({$share})
cut-fixed = le seuil choisi ({$share})
portrait-projects-none = {$year} : aucun projet de recrutement n’est déclaré ici pour ce métier ; ce n’est pas une mesure de son emploi.
portrait-projects-masked = {$year} : de {$least} à {$most} { FORM($most, "projet de recrutement", "projets de recrutement") }, un nombre masqué par le secret statistique ; la part de projets difficiles n’est pas calculable ici.
portrait-projects =
    {$year} : { $count ->
     [one] {$shown} projet de recrutement
    *[other] {$shown} projets de recrutement
    }, {$difficult}.
portrait-projects-partly = {$year} : de {$least} à {$most} { FORM($most, "projet de recrutement", "projets de recrutement") }, dont {$shown} { FORM($shown, "publié", "publiés") } et le reste masqué, {$difficult}.
portrait-difficult =
    dont { $count ->
     [one] {$shown} jugé difficile par les employeurs ({$share})
    *[other] {$shown} jugés difficiles par les employeurs ({$share})
    }
portrait-difficult-partly = dont de {$least} à {$most} { FORM($most, "jugé difficile", "jugés difficiles") } par les employeurs ({$share})
portrait-difficult-masked = dont un nombre masqué de difficiles, {$most} au plus
portrait-large-masked = Secret statistique : le nombre de difficiles est masqué alors que les projets sont nombreux. Il peut dépasser ce maximum, et l’intervalle être trop étroit.
portrait-share = Lissée, c’est-à-dire rapprochée de celle du département, de la région et de la France quand les réponses sont rares, la part difficile est de {$share}, intervalle à 80 % hors biais de non-réponse ; probabilité de dépasser {$cut} : {$probability}.
portrait-share-borrowed = Les projets publiés ici sont trop peu nombreux : cette part est celle de l’échelon supérieur plus que du territoire.
portrait-no-project = Le métier n’est ni signalé ni présumé : aucun projet n’y est recensé, et la part ci-dessus est celle de l’échelon supérieur.
portrait-flagged = Le métier est signalé par les données du territoire, confiance {$grade} ; rang {$rank} sur {$of}, intervalle à 80 %.
portrait-presumed = Le métier est présumé en tension d’après le département, la région ou la France seulement, confiance {$grade} : à confirmer sur place ; rang {$rank} sur {$of}, intervalle à 80 %.
portrait-to-check = Le signalement dépend de cellules masquées : à vérifier, confiance {$grade} ; rang {$rank} sur {$of}, intervalle à 80 %.
portrait-not-flagged = Le métier n’est pas signalé, confiance {$grade} ; rang {$rank} sur {$of}, intervalle à 80 %.
portrait-class-none = La classe de pression n’est pas calculable, et aucune classe officielle ne se lit pour ce métier : les fichiers n’en ont pas, ou celle d’un code ancien qui mène à plusieurs métiers.
portrait-class-alone = Pression sur le territoire : classe {$class} sur 5, confiance {$grade} ; aucune classe officielle ne se lit pour ce métier : les fichiers n’en ont pas, ou celle d’un code ancien qui mène à plusieurs métiers.
portrait-class-official = Classe officielle : {$official} sur 5 ({$rung}, {$year}) ; la classe de pression du territoire n’est pas calculable.
portrait-class-agree = Pression sur le territoire : classe {$class} sur 5, confiance {$grade} ; classe officielle : {$official} sur 5 ({$rung}, {$year}) : les deux lectures sont du même côté (une tension se lit dans les deux classes les plus hautes).
portrait-class-borrowed = Pression de classe {$class} sur 5, confiance {$grade}, et classe officielle {$official} sur 5 ({$rung}, {$year}) : la part difficile de la première est celle de l’échelon supérieur plus que d’ici, elle ne confirme ni ne contredit la seconde.
portrait-class-here-only = Les deux lectures ne sont pas du même côté (une tension se lit dans les deux classes les plus hautes) : pression de classe {$class} sur 5, confiance {$grade}, d’après les fichiers du territoire, classe officielle {$official} sur 5 ({$rung}, {$year}). L’officielle est d’un autre échelon ou d’une autre année : l’une ne remplace pas l’autre.
portrait-class-official-only = Les deux lectures ne sont pas du même côté (une tension se lit dans les deux classes les plus hautes) : classe officielle {$official} sur 5 ({$rung}, {$year}), pression de classe {$class} sur 5, confiance {$grade}, d’après les fichiers du territoire. L’officielle est d’un autre échelon ou d’une autre année : l’une ne remplace pas l’autre.
portrait-change-up = La part difficile a augmenté depuis {$year} ({$share} alors).
portrait-change-down = La part difficile a baissé depuis {$year} ({$share} alors).
portrait-change-stable = La part difficile est stable depuis {$year} ({$share} alors).
portrait-change-inconclusive = Rien ne permet de dire si la part difficile a changé depuis {$year} ({$share} alors).
portrait-change-broken = Les années précédentes sont dans une autre nomenclature : pas d’évolution pour ce métier.
portrait-causes = Causes publiées de classe 4 ou 5 (5 aggrave) : {$list}.
portrait-causes-none = Aucune cause publiée n’est de classe 4 ou 5.
portrait-lever-training = La formation est le premier levier.
portrait-lever-training-with-commitment = La formation est un levier, à condition que les employeurs s’engagent sur la qualité de l’emploi.
portrait-lever-job-quality = La formation n’est pas le premier levier : agir d’abord sur les conditions, les horaires, le contrat, le salaire ou le logement.
portrait-lever-widen-pool = Le levier est d’élargir le vivier, avec des formations courtes d’accès.
portrait-lever-retention = La formation n’est pas le premier levier : fidéliser, partager le temps de travail entre employeurs.
portrait-lever-mobility = La formation n’est pas le premier levier : agir sur la mobilité, le logement, le transport.
portrait-lever-ask-employers = Les causes publiées ne suffisent pas à nommer un levier : interroger les employeurs avant d’agir.
portrait-lever-unflagged = {$lever} Ce levier vient de la seule classe officielle : le métier n’est pas signalé ici.
portrait-lead = Qui pourrait le porter : {$lead}.
portrait-survey = Enquête locale — {$list}.
portrait-survey-hidden = Ce que l’enquête locale dit de ce métier est couvert par le secret.
sheet-close = Fermer la fiche
search-without-row = {$label} ({$code}) n’a aucune ligne BMO sur ce territoire en {$year} : rien n’en est dit dans cette table.
search-nothing = Aucun métier de cette table ne répond à la recherche et aux choix faits.
sheet-copy = Copier ce paragraphe
difference-apart = « {$first} » : recrutement plus difficile que « {$second} » : parts lissées de {$higher} contre {$lower}, intervalles à 80 % disjoints.
difference-none = « {$first} » et « {$second} » ne se distinguent pas par leur part difficile : {$higher} et {$lower}, les intervalles à 80 % se recouvrent.
difference-volume = Plus de projets pour « {$first} » : {$more} contre {$less} (l’enquête ne publie pas leur marge d’erreur).
difference-volume-none = Leurs nombres de projets ne se distinguent pas : ils sont égaux, ou les cellules masquées les laissent se recouvrir.
side-title = Côte à côte
side-about = Les métiers cochés dans le tableau, un par colonne. Deux parts ne diffèrent que si leurs intervalles à 80 % sont disjoints.
side-differences = Ce qui les distingue
side-choose = Cochez deux à quatre métiers dans le tableau (case à gauche, ou barre d’espace).
side-go =
    { $count ->
     [0] Cocher deux métiers pour les comparer
     [one] {$count} métier coché : cochez-en un autre
    *[other] Comparer les {$count} métiers cochés
    }
side-clear = Décocher
grid-pick = Comparer {$code}
filter-every = tous
filter-grade = Confiance
filter-reset = Tout montrer
filter-count = {$shown} { FORM($shown, "métier", "métiers") } sur {$all}
columns-title = Colonnes
views-title = Vues
views-none = Aucune vue enregistrée : filtres, tri et colonnes du moment peuvent l’être.
views-name = Nom de la vue
views-new-name = Nouveau nom de la vue
views-save = Enregistrer la vue
views-rename = Renommer
views-rename-of = Renommer la vue {$name}
views-remove-of = Supprimer la vue {$name}
views-taken = Une autre vue porte ce nom.
views-replaces = Remplace la vue de ce nom.
edit-save-view = enregistrement d’une vue
edit-rename-view = nouveau nom d’une vue
edit-remove-view = suppression d’une vue
quadrant-reference = Relatif à {$cut} (trait horizontal) et à la médiane des projets par métier de {$territory}, {$median} (trait vertical) : ni l’un ni l’autre n’est un niveau absolu de tension.
quadrant-summary = {$all} { FORM($all, "métier", "métiers") }. Au-dessus du seuil et de la médiane : {$both} ({$named}) ; au-dessus du seuil seulement : {$tense} ; au-dessus de la médiane seulement : {$large} ; sous les deux : {$neither}.
quadrant-table = Voir la même chose en tableau
plot-median = médiane des projets
map-save = Enregistrer l’image…
map-stopped = La carte a été abandonnée, ou a échoué sur ces fichiers.
map-resume = Reprendre
help-posterior-shown = Part des projets jugés difficiles, lissée avec les échelons au-dessus selon la taille du bassin. Point : valeur ; barre : intervalle à 80 % ; trait vertical : seuil de difficulté.
help-causes-shown = Causes publiées qui aggravent la tension. Carré plein : classe 5 ; cercle : classe 4. I intensité d’embauche, F lien formation-emploi, M manque de main-d’œuvre, N non-durabilité de l’emploi, C conditions de travail, G inadéquation géographique, S salaire peu attractif. L’onglet Causes donne les sept classes.
help-grade = A : les données du territoire pèsent au moins autant que l’échelon supérieur. B : les deux comptent. C : présomption tirée de l’échelon supérieur.
help-probability = Probabilité que la part difficile du métier dépasse ici le seuil. Le métier est signalé à partir de 0,8 (réglable).
help-rank-shown = Rang par la part difficile lissée, 1 étant la plus difficile, et les rangs que les tirages permettent à 80 %. Ce n’est pas l’ordre des programmes.
help-class = De 1 à 5, par les quintiles du jeu de référence chargé : ne se compare pas à la classe officielle.
help-official = Classe publiée au plus fin des échelons qui la publie : département ou région le plus souvent, d’une autre année.
help-trend = Évolution depuis la dernière année chargée de la même nomenclature ; une hausse ou une baisse demande deux intervalles disjoints.
help-rank = Ordre des programmes : d’abord ce que le territoire établit, puis ce qui relève de la formation, puis le volume difficile attendu. Ce n’est pas le rang du diagnostic.
sources-add-files = Ajouter des fichiers…
sources-add-folder = Ajouter un dossier…
sources-sample = Territoire d’exemple (fictif)
sources-never-touched = Vos fichiers sont lus, jamais modifiés.
sources-drop = Déposez ici vos fichiers
sources-drop-help = Enquête BMO de France Travail, tensions Dares, Certif Info, Mon Compte Formation, votre catalogue, votre enquête : chaque fichier est reconnu à son contenu.
sources-recovery = Un travail non enregistré a été retrouvé.
sources-recovery-of = Un travail non enregistré sur {$file} a été retrouvé.
recovery-title = Un travail non enregistré sur ce projet a été retrouvé
recovery-why = La fenêtre s’est fermée avant qu’il soit enregistré. Repris, il s’enregistre dans ce fichier ; laissé pour plus tard, il est gardé et proposé à nouveau ; oublié, il est effacé.
recovery-later = Plus tard
differs-title = Le fichier du projet a changé
differs-why = Un autre programme ou une autre fenêtre a enregistré autre chose dans ce fichier depuis que ce projet y a été lu ou enregistré. Ce qui est sorti du projet reste noté dans les deux cas. La version remplacée est gardée à côté (.bak) ; un travail que vous n’avez pas enregistré ici est mis de côté et proposé à nouveau.
differs-unreadable = Ce fichier ne se lit plus comme un projet. L’enregistrement le remplacerait ; la version remplacée est gardée à côté (.bak).
differs-mine = Garder ma version
differs-other = Ouvrir l’autre
window-memory-came = Des chiffres étaient sortis de ce projet par une autre voie depuis sa lecture : ce que le fichier en avait noté est gardé.
window-memory-first = Des chiffres sont sortis de ce projet par une autre voie depuis sa lecture : rien n’est sorti cette fois. Ce qui peut sortir est recalculé en tenant compte d’eux ; recommencez.
window-file-unreadable = Le fichier du projet ne se lit plus comme un projet : ce qui sort ne peut pas y être noté, et rien n’est sorti. Enregistrez le projet d’abord.
sources-recover = Reprendre ce travail
sources-forget = L’oublier
sources-remove = Retirer
sources-read-again = Relire
sources-changed = Ce fichier a changé depuis l’enregistrement du projet : les chiffres aussi.
sources-missing = introuvable
sources-missing-help = Le fichier n’est plus à cet endroit. Remettez-le, puis choisissez Relire.
sources-left-out-help = Le fichier n’est pas là : l’archive dont vient ce projet a été faite sans lui. Placez-le ici, puis choisissez Relire ; ou ajoutez le vôtre.
sources-refused = illisible
sources-cancelled = lecture annulée
sources-waiting = en attente…
sources-reading = Lecture de {$name} : {$rows} { FORM($rows, "ligne", "lignes") } ({$done} { FORM($done, "fichier", "fichiers") } sur {$of})
sources-why = Reconnu parce que
sources-no-issue = Rien à signaler.
sources-issues = Remarques et refus
reason-columns = colonnes trouvées : {$list}
reason-header-row = en-tête à la ligne {$row}
reason-year-from = année tirée de {$place}
reason-fap-version = nomenclature FAP {$version} : {$valid} { FORM($valid, "code valide", "codes valides") } sur {$of}
reason-questions = questions lues : {$list}
reason-ignored-columns = colonnes laissées de côté : {$list}
reason-text = texte {$encoding}, séparateur « {$separator} »
reason-member = trouvé dans l’archive : {$name}
reason-structure = structure {$name}
separator-tab = tabulation
ring-all = toutes
training-chosen-only = seulement : {$label}
programmes-training-only = seulement là où la formation est un levier
programmes-none = Aucun métier n’est signalé sur ce territoire.
programmes-why = Pourquoi
programmes-commitment = Pas de formation sans engagement des employeurs sur les conditions d’emploi.
programmes-hours = de {$least} à {$most} h, médiane {$median} h
programmes-hours-unknown = inconnue : aucune offre liée ne la dit
export-folder = Choisir le dossier…
export-no-folder = Aucun dossier choisi
export-write = Exporter
export-overwrites = Les fichiers du même nom dans ce dossier sont remplacés.
export-written = Fichiers écrits
dialog-data = Données
dialog-project = Projet Bassin
dialog-all = Tous les fichiers
error-project-malformed = Ce n’est pas un projet Bassin lisible : {$detail}
error-project-newer = Ce projet vient d’une version plus récente de Bassin : {$detail}
figure-open-range = {$low} à plus de {$most}
figure-published = {$value} { FORM($value, "publié", "publiés") } ({$bounds})
figure-points = {$value} { FORM($value, "point", "points") } (de {$low} à {$high})
sources-choose-territory = Continuer : choisir le territoire
sources-see-diagnosis = Continuer : diagnostic
error-is-source = ce fichier est une des sources de l’analyse : rien n’y est écrit ; choisissez un autre dossier
error-disk-full = le disque est plein
cli-renderer = Affichage
cli-display-present = écran trouvé
cli-display-absent = pas d’écran
cli-folder = Dossier des réglages
cli-no-folder = aucun : le système ne donne pas de dossier personnel
cli-reference-list = Liste intégrée
error-no-window = la fenêtre n’a pas pu s’ouvrir : {$detail}
figure-with-n = {$value} (n = {$n})
unit-share-of-seekers = part des demandeurs d’emploi
parameter-weight-difficulty = Poids de la part difficile dans le score de pression
parameter-weight-offers = Poids des postes offerts par inscrit dans le score de pression
parameter-weight-exits = Poids du taux de sortie des listes dans le score de pression
parameter-validation-minimum = Métiers nécessaires pour juger les signalements passés
parameter-validation-draws = Tirages qui comparent le signalement à la persistance
parameter-same-offer-days = Jours entre deux offres qui n’en font qu’une
parameter-same-offer-title = Ressemblance des intitulés de deux offres qui n’en font qu’une
parameter-passage-minimum = Part commune nécessaire pour passer d’une nomenclature à l’autre
parameter-trend-margin = Plus grand changement d’une part encore dit stable
parameter-rank-draws = Tirages qui donnent l’intervalle d’un rang
parameter-link-score = Score d’un intitulé à partir duquel un lien est proposé
parameter-link-field-share = Part des certifications d’un Formacode à partir de laquelle un lien est proposé
parameter-near-minutes = Minutes de trajet en deçà desquelles une offre est à proximité
parameter-near-kilometres = Kilomètres à vol d’oiseau en deçà desquels une offre est à proximité
parameter-departure-rate = Départs de fin de carrière, part de l’emploi par an
parameter-growth-rate-low = Créations nettes, part de l’emploi par an, minimum
parameter-growth-rate-high = Créations nettes, part de l’emploi par an, maximum
parameter-rate-denominator-minimum = Effectif sous lequel un taux n’est pas utilisé
parameter-retention-low = Part des formés qui travaillent sur le territoire, minimum si elle est inconnue
parameter-retention-high = Part des formés qui travaillent sur le territoire, maximum si elle est inconnue
parameter-pool-qualified-low = Part des demandeurs d’emploi qualifiés pour le métier, minimum
parameter-pool-qualified-high = Part des demandeurs d’emploi qualifiés pour le métier, maximum
parameter-pool-return-low = Part des demandeurs d’emploi qualifiés qui reprennent ce métier, minimum
parameter-pool-return-high = Part des demandeurs d’emploi qualifiés qui reprennent ce métier, maximum
parameter-destinations-minimum = Destinations observées nécessaires pour répartir les formés
parameter-gap-draws = Tirages qui donnent l’intervalle d’un écart indicatif
parameter-gap-seed = Graine des tirages des écarts indicatifs
parameter-fill-minimum = Part des places prises sous laquelle une offre n’est pas suivie
parameter-group-minimum = Formés par an nécessaires pour ouvrir un groupe
parameter-rank-seed = Graine de ces tirages
parameter-tension-cut-1 = Seuil entre les classes officielles 1 et 2 de 2019 (contrôle d’un fichier)
parameter-tension-cut-2 = Seuil entre les classes officielles 2 et 3 de 2019 (contrôle d’un fichier)
parameter-tension-cut-3 = Seuil entre les classes officielles 3 et 4 de 2019 (contrôle d’un fichier)
parameter-tension-cut-4 = Seuil entre les classes officielles 4 et 5 de 2019 (contrôle d’un fichier)
indicator-offers-per-seeker-name = Postes offerts par inscrit
indicator-offers-per-seeker-definition = Postes des offres chargées, créées dans la période, rapportés aux demandeurs d’emploi de catégorie A qui s’y sont inscrits. Deux flux de la même période : jamais un stock.
indicator-offers-per-seeker-nulls = Sans valeur dans un département sans offre (aucune liste ne dit ce qu’elle couvre), et quand les inscriptions sont masquées. Sans trente métiers de département au moins, elle est dite sans entrer dans une classe.
unit-posts-per-seeker = postes par inscrit
indicator-exit-rate-name = Taux de sortie des listes
indicator-exit-rate-definition = Sorties de la période, catégories A, B, C, rapportées aux demandeurs présents au début ou entrés ; plus il est haut, plus le métier recrute.
indicator-exit-rate-nulls = Sans valeur quand une cellule est masquée. Sans trente métiers de département au moins, il est dit sans entrer dans une classe.
kind-carif-offers = Offres du Carif-Oref (LHEO)
kind-national-register = Répertoires nationaux RNCP et RS
column-regulatory = Liste réglementaire des métiers en tension
regulatory-listed = Inscrit sur la liste réglementaire des métiers en tension (autorisations de travail), {$file} : une information, pas une mesure.
regulatory-listed-converted = Inscrit, sous son code de l’autre nomenclature, sur la liste réglementaire des métiers en tension (autorisations de travail), {$file} : une information, pas une mesure.
kind-rome-naf-hirings = Embauches par ROME et activité
kind-rome-tree = Arborescence ROME et appellations
kind-basin-sectors = Demandeurs d’emploi par secteur et bassin
kind-apprenticeship-prices = Niveaux de prise en charge de l’apprentissage (NPEC)
sources-not-used = Reconnu et lu, mais aucun calcul ne s’en sert dans cette version.
note-former-wave = {$left} est d’une autre vague que {$year} : ses réponses ne s’ajoutent pas à celles de {$year}.
note-repeated-offers = {$count ->
    [one] {$count} offre figure dans plusieurs listes : elle compte une fois.
   *[other] {$count} offres figurent dans plusieurs listes : elles comptent une fois.
}
note-like-offers = { $count ->
    [one] {$count} offre de deux origines n’en fait qu’une : même employeur, même code ROME, même commune, dates et intitulés proches.
   *[other] {$count} offres de deux origines n’en font qu’une : même employeur, même code ROME, même commune, dates et intitulés proches. La liste dit lesquelles.
}
note-offers-flow = {$file} : nouvelles offres d’une période (flux).
note-offers-stock = {$file} : offres ouvertes à une date (stock). Elles ne sont pas rapportées aux inscriptions (R), qui sont un flux.
note-offers-unknown = {$file} : rien ne dit si ce sont les nouvelles offres d’une période (flux) ou les offres ouvertes à une date (stock). Elles ne sont pas rapportées aux inscriptions (R) ; une colonne « nature » (flux ou stock) le dirait.
note-offers-apart = { $count ->
    [one] {$file} : {$count} offre à part, un flux et un stock ne s’additionnent pas.
   *[other] {$file} : {$count} offres à part, un flux et un stock ne s’additionnent pas.
}
note-same-content = {$left} a le même contenu que {$kept} : il ne compte qu’une fois.
note-other-hirings = {$left} est un autre millésime des embauches par ROME × NAF que {$kept}, seul utilisé : deux millésimes ne s’additionnent pas.
note-year-by-name = {$file} ne dit pas son année : {$year}, d’après son nom.
note-year-asked = {$file} ne dit pas son année : {$year}, l’année demandée.
kind-job-seeker-series = Demandeurs d’emploi par mois et zone (DEFM)
kind-hiring-declarations = Déclarations préalables à l’embauche (DPAE)
kind-market-indicators = Indicateurs du marché du travail (France Travail)
kind-establishment-stock = Stock d’établissements (SIRENE)
kind-commune-groupings = Communes et intercommunalités (EPCI)
kind-onisep-training = Formations initiales (Onisep)
kind-onisep-bridge = Table de passage Onisep – Certif Info
kind-apprenticeship-catalogue = Catalogue de l’apprentissage
reason-notes = lignes de texte sous le tableau, comptées parmi les lignes vides : { $count } (« { $text } »)
kind-survey-wishes = Enquête, souhaits de formation
kind-survey-answers = Réponses aux autres questions de l’enquête
reason-mapped = colonnes selon la correspondance confirmée sur { $file }
issue-hidden-sheet = feuille masquée, laissée de côté : affichez-la dans le classeur si elle doit être lue
issue-empty-sheet = feuille vide, laissée de côté
edit-map = la correspondance des colonnes
edit-unmap = le retrait de la correspondance

## Correspondance des colonnes
mapping-open = Faire correspondre les colonnes…
mapping-again = Revoir la correspondance…
mapping-remove = Retirer la correspondance
mapping-title = Correspondance des colonnes : { $file }
mapping-nothing = Ce fichier ne contient pas de tableau dont les colonnes puissent être choisies (archive, carte ou fichier illisible).
mapping-sheet = Feuille
mapping-only-hidden = Toutes les feuilles de ce classeur sont masquées : affichez dans le classeur celle qui doit être lue.
mapping-hidden-sheets = Feuilles masquées, laissées de côté : { $list }
mapping-header-row = Ligne d’en-tête
mapping-two-rows = sur deux lignes
mapping-confirm = Confirmer la correspondance
mapping-missing = Il manque : { $list }
mapping-summary =
    Premières lignes : { $read } lues, { $refused ->
        [0] aucune refusée
        [one] { $refused } refusée
       *[other] { $refused } refusées
    }. Les autres fichiers du même formulaire seront lus de la même façon.
mapping-field = Champ
mapping-column = Colonne du fichier
mapping-spoken = { $of } : { $what }
mapping-manner = Lecture
mapping-why = Pourquoi
mapping-none = — aucune
mapping-ticked = {$count} { FORM($count, "colonne à cocher", "colonnes à cocher") }
mapping-group = { $name } : {$count} { FORM($count, "colonne à cocher", "colonnes à cocher") }
mapping-row-number = Numéro de la ligne
mapping-constant = La même valeur partout…
mapping-values = Valeurs…
mapping-values-of = Valeurs… ({$count} { FORM($count, "changée", "changées") })
mapping-values-help = À gauche, ce qui est écrit et combien de fois ; à droite, ce que cela veut dire. Une valeur laissée vide reste comme elle est.
mapping-more-values = et {$count} { FORM($count, "autre valeur, gardée comme elle est", "autres valeurs, gardées comme elles sont") }
mapping-questions = Autres questions gardées
mapping-questions-help = Ces colonnes ne remplissent aucun champ : elles sont gardées comme questions de l’enquête. Le texte libre ne sort jamais de l’application.
mapping-drop = Laisser de côté
mapping-unused = Colonnes laissées de côté : { $list }
mapping-preview = Lignes comme elles seront lues
mapping-row = Ligne
mapping-before = Repris de « { $file } » : ce qui y était décidé l’est encore, « aucune » et colonnes laissées de côté comprises.
mapping-new = Nouveau dans ce fichier : { $list }
mapping-gone = Absent de ce fichier : { $list }
mapping-is-new = nouvelle
mapping-maybe = peut-être : { $column }
mapping-keep = Reprendre comme question
mapping-header-names = noms du fichier
mapping-why-none = aucune, comme décidé
mapping-why-before = confirmé auparavant
mapping-why-name = par le nom
mapping-why-like = nom proche
mapping-why-content = par le contenu
manner-plain = telle quelle
manner-number = nombre (virgule ou point)
manner-percent = pourcentage (86,2 pour 86,2 %)
manner-day-first = date, jour d’abord
manner-month-first = date, mois d’abord
manner-code = code de {$width} { FORM($width, "caractère", "caractères") }, zéros rétablis
manner-several = plusieurs réponses, séparées par { $separator }
manner-scale = échelle (degrés)
manner-choice = un seul choix parmi quelques réponses
manner-rank = classement, du premier au dernier, séparés par { $separator }
manner-likert = échelle de {$low} à {$high}

## Champs des tableaux
field-id = Identifiant
field-establishment = Établissement
field-commune = Commune (code Insee)
field-basin = Bassin d’emploi
field-naf = Activité (code NAF)
field-naf-section = Section NAF
field-stratum = Strate
field-answered-on = Date de réponse
field-status = Statut
field-headcount = Effectif
field-size-class = Tranche d’effectif
field-weight = Poids
field-hires = Embauches sur 12 mois
field-departures = Départs sur 12 mois
field-label = Métier (libellé)
field-rome = Code ROME
field-fap = Code FAP
field-fap-year = Version de FAP
field-qualification = Qualification
field-aged-55-59 = Salariés de 55 à 59 ans
field-aged-60-plus = Salariés de 60 ans et plus
field-retirements-12m = Départs en retraite à 12 mois
field-retirements-36m = Départs en retraite à 36 mois
field-offers = Offres sur 12 mois
field-applicants = Candidatures
field-qualified = Candidats qualifiés
field-suitable = Candidats convenables
field-filled = Postes pourvus
field-present-after-12m = Présents à 12 mois
field-projects = Projets de recrutement
field-seasonal = Projets saisonniers
field-difficult = Projets difficiles
field-causes = Causes de difficulté
field-training-need = Besoin de formation
field-training-public = Public à former
field-skill = Compétence visée
field-training-hours = Durée souhaitée (heures)
field-modality = Modalité
field-promise = Promesse d’embauche
field-title = Intitulé
field-source = Source
field-source-date = Date de la source
field-created = Date de création
field-closed = Date de clôture
field-posts = Nombre de postes
field-contract = Type de contrat
field-months = Durée (mois)
field-full-time = Temps complet
field-siret = SIRET de l’employeur (gardé comme une marque, jamais en clair)
field-employer = Nom de l’employeur (gardé comme une marque, jamais en clair)
field-nature = Nature de la liste (flux ou stock)
field-provider = Organisme
field-route = Voie de formation
field-rncp = Code RNCP
field-rs = Code RS
field-diploma = Code Certif Info
field-nsf = Code NSF
field-formacodes = Formacodes
field-romes = Codes ROME
field-level = Niveau
field-hours = Durée (heures)
field-capacity = Capacité annuelle
field-enrolled = Inscrits la dernière année
field-entries = Entrées annuelles
field-dropouts = Abandons annuels
field-figures-year = Année des effectifs
field-continuation-rate = Taux de poursuite
field-employment-rate = Taux d’emploi à 6 mois
field-rate-denominator = Dénominateur du taux
field-retention = Part restant dans le bassin
field-cost-per-hour = Coût par heure (€)
field-cost-total = Coût total (€)
field-funders = Financeurs
field-starts = Date de début
field-ends = Date de fin
field-period = Période
field-zone-type = Type de zone
field-zone = Code de la zone
field-stock-a = Demandeurs d’emploi, catégorie A
field-stock-abc = Demandeurs d’emploi, catégories A, B, C
field-entries-a = Entrées, catégorie A
field-entries-abc = Entrées, catégories A, B, C
field-exits-abc = Sorties, catégories A, B, C
field-establishments = Nombre d’établissements

issue-missing-marks =
    { $count ->
     [one] {$shown} cellule (n.d., NC, ?, -…) lue
    *[other] {$shown} cellules (n.d., NC, ?, -…) lues
    } comme inconnue, jamais comme zéro
issue-serial-dates =
    { $count ->
     [one] {$shown} date lue
    *[other] {$shown} dates lues
    } depuis un nombre de jours de classeur
issue-months-only =
    { $count ->
     [one] {$shown} date
    *[other] {$shown} dates
    } au mois près, jour inconnu
issue-recoded =
    { $count ->
     [one] {$shown} valeur remplacée
    *[other] {$shown} valeurs remplacées
    } selon la correspondance
issue-missing-question = la question « {$question} » n’est pas posée dans ce fichier : ses réponses y manquent
issue-new-question = colonne nouvelle : {$column}. Elle est gardée comme question, en toutes lettres ; « Revoir la correspondance… » dit comment elle se lit
issue-new-column = colonne nouvelle, pas encore lue : {$column}. « Revoir la correspondance… » lui donne un champ ou en fait une question
issue-nearly-mapped = presque votre formulaire « {$file} » : il manque {$columns}. « Faire correspondre les colonnes… » reprend tout le reste comme il était ; il reste à dire quelle colonne le remplace
issue-shared-column = la colonne {$column} est demandée deux fois par la correspondance ; seule la première est servie

## Fichiers qui se contredisent
edit-labels = métiers reconnus
edit-weighting = redressement
edit-group = groupe de métiers
edit-remove-group = retrait d’un groupe de métiers
edit-rename-group = nouveau nom d’un groupe de métiers
edit-method = réglages de la méthode
edit-links = liens entre formations et métiers
edit-prefer = le choix entre deux fichiers
disagreement-title = Deux fichiers se contredisent
disagreement-told =
    « { $first } » et « { $second } » ({ $kind }{ $year }) donnent { $count ->
        [one] { $shown } chiffre différent
       *[other] { $shown } chiffres différents
    } ({ $common ->
        [one] { $rows } ligne commune
       *[other] { $rows } lignes communes
    }). « { $used } » est retenu.
stacking-stacked = « { $before } » et « { $after } » ({ $kind }) s’empilent : de { $from } à { $to }
stacking-other-measure = « { $before } » et « { $after } » ({ $kind }) restent séparés : l’un compte « { $first } », l’autre « { $second } »
stacking-other-edition = Rupture entre « { $before } » et « { $after } » ({ $kind }) : les métiers y sont de deux éditions des FAP
stacking-other-basins =
    Rupture entre « { $before } » et « { $after } » ({ $kind }) : { $count ->
        [one] { $shown } bassin n’est
       *[other] { $shown } bassins ne sont
    } que dans l’un des deux{ $examples } ; là et alentour, contours ou champ ne sont pas les mêmes
stacking-moved-communes =
    Rupture entre « { $before } » et « { $after } » ({ $kind }) : { $count ->
        [one] { $shown } commune change
       *[other] { $shown } communes changent
    } de bassin{ $examples } ; les chiffres de ces bassins ne se comparent pas
stacking-replaced = « { $after } » remplace « { $before } » ({ $kind }) : seul le plus récent est utilisé
stacking-same-year = « { $before } » et « { $after } » ({ $kind }) sont de la même année : « { $before } » est utilisé, l’autre est laissé de côté
stacking-copy = « { $after } » a le même contenu que « { $before } » ({ $kind }) : il ne compte qu’une fois
stacking-former-wave = « { $before } » ({ $kind }) est d’une vague antérieure à { $year } : ses réponses ne s’ajoutent pas à celles de « { $after } »
stacking-shared =
    « { $before } » et « { $after } » ({ $kind }) ont { $count ->
        [one] { $shown } ligne en commun
       *[other] { $shown } lignes en commun
    }{ $examples } : comptées une fois, comme dans « { $before } »
stacking-series = Forment une seule série, de { $from } à { $to } ({ $kind }) : { $list }
stacking-file = « { $file } »
stacking-with-others = Avec les autres fichiers
stacking-aside-replaced = remplacé
stacking-aside-same-year = même année
stacking-aside-copy = copie
stacking-aside-former-wave = vague passée
disagreement-compare = Comparer…
disagreement-used = { $file } est retenu
disagreement-use = Retenir { $file }
field-permanent = En CDI
field-fixed-term = En CDD
field-temporary = En intérim
field-hosts = Accueil en immersion (PMSMP)
field-tutors = Tuteur disponible
field-on-the-job = Formation en situation de travail possible (AFEST)
field-obstacles = Freins à la formation
field-wish-occupation = Métiers pour lesquels une formation est souhaitée
field-wish-audience = Publics des formations souhaitées
field-wish-modality = Modalités des formations souhaitées
field-consent = Accord de citation
field-aged-under-30 = Salariés de moins de 30 ans
field-aged-30-49 = Salariés de 30 à 49 ans
field-aged-50-54 = Salariés de 50 à 54 ans
field-other-departures-12m = Autres départs à 12 mois
field-other-departures-36m = Autres départs à 36 mois
field-abandoned = Postes abandonnés
field-days-to-fill = Délai pour pourvoir (jours)
field-left-before-12m = Partis avant 12 mois
field-creations = Projets de création
field-replacements = Projets de remplacement
field-class = Classe de tension
field-tension = Tension


kit-fault-too-large = le fichier est bien plus gros qu’un questionnaire
kit-fault-password-protected = le classeur est protégé par un mot de passe : enregistrez-le sans protection
kit-fault-unreadable = ce n’est pas un classeur lisible ({$detail})
kit-fault-not-a-kit = ce classeur n’est pas un questionnaire de Bassin
kit-fault-no-form = la feuille de l’établissement a été retirée
kit-fault-empty = aucune réponse
kit-fault-other-wave = questionnaire d’une autre vague ({$wave})
kit-fault-second-sheet = feuille en double, avec des réponses : seule la première est lue
kit-fault-sheet-gone = la feuille a été retirée : aucune de ses réponses n’est lue
kit-fault-required = réponse indispensable, laissée vide
kit-fault-gone = la ligne ou la colonne de cette réponse indispensable a été retirée
kit-fault-not-a-number = « {$found} » n’est pas un nombre
kit-fault-not-whole = « {$found} » n’est pas un nombre entier
kit-fault-out-of-bounds = « {$found} » n’est pas entre {$min} et {$max}
kit-fault-not-a-date = « {$found} » n’est pas une date
kit-fault-date-out-of-bounds = « {$found} » n’est pas entre le {$from} et le {$to}
kit-fault-not-yes-or-no = « {$found} » ne dit ni oui ni non
kit-fault-not-an-option = « {$found} » n’est pas une réponse de la liste
kit-fault-not-a-code = « {$found} » n’est pas un code {$system}
kit-fault-unknown-code = « {$found} » a la forme d’un code {$system}, mais aucune liste ne le connaît
kit-fault-digits-lost = « {$found} » : le tableur a perdu les derniers chiffres
kit-fault-check-digit = « {$found} » : la clé de contrôle du SIRET ne convient pas
kit-fault-not-in-list = « {$found} » n’est pas dans la liste des communes
kit-fault-identifies = ce numéro d’enquête désignerait l’établissement ; un numéro anonyme est donné
kit-fault-number-taken = « {$found} » est le numéro d’un autre établissement ; un numéro anonyme est donné
kit-fault-too-long = texte de plus de {$max} caractères
kit-fault-cell-error = erreur de formule
kit-fault-more-than = la somme ({$sum}) dépasse {$total} ({$most})
kit-fault-wished-yet-denied = pas de besoin de formation déclaré, alors qu’une formation est souhaitée pour ce métier
kit-mending-leading-zeros = zéros de tête rétablis
kit-mending-scientific = nombre rétabli de son écriture scientifique
kit-mending-serial-date = date lue d’un nombre de jours
kit-mending-short-year = année lue sur deux chiffres

column-sector = Secteur
column-size-class = Taille (salariés)
column-asked = Interrogés
column-answered = Répondants
column-refused-to = Refus
column-not-reached = Non joints
column-response-rate = Taux de réponse
column-coverage = Part des établissements couverte
column-coverage-headcount = Part de l’effectif couverte (répertoire)
column-question = Question
column-need-drawn = Rapprochée de l’ensemble des métiers
column-need-drawn-low = Rapprochée, minimum (80 %)
column-need-drawn-high = Rapprochée, maximum (80 %)
column-question-kind = Nature
column-answer = Réponse
column-share-point = Part
column-unweighted = Sans redressement
column-answers = Réponses
column-need-answers = Réponses, zéros compris
column-respondents = Répondants
column-establishments = Établissements
coverage-all = Ensemble
table-coverage = Couverture
table-coverage-about = Établissements du répertoire, interrogés et répondants, par secteur et par taille. L’effectif couvert est celui du répertoire : chaque répondant y compte pour l’effectif moyen de son secteur et de sa taille. Un taux de réponse ne dit pas si ceux qui n’ont pas répondu ressemblent aux autres.
table-questions = Questions
table-questions-about = Part des établissements donnant chaque réponse, redressée, avec son intervalle à 95 %, hors biais de non-réponse. Plusieurs réponses possibles : les parts s’ajoutent à plus de 100 %. Une réponse donnée par moins de trois établissements (ou du seuil réglé) n’est pas comptée seule : « autres réponses » réunit les plus rares d’un choix unique.
question-yes-no = oui ou non
question-several = plusieurs réponses
question-scale = échelle
question-choice = un seul choix
question-rank = classement (part des établissements qui mettent la réponse en premier)
question-number = nombre
question-text = texte libre
question-not-counted = lue, non comptée
question-others = autres réponses
question-mean = moyenne par établissement
column-share-or-mean = Part ou moyenne
weights-basis = Base
weights-no-answer = Personne n’a encore répondu
weights-unweighted = Chaque répondant compte pour un : aucun répertoire d’établissements n’est chargé. Les chiffres sont ceux des répondants.
weights-given = Poids donnés par le fichier
weights-groups = Groupes du répertoire, sans calage
weights-calibrated = Groupes du répertoire, calés sur : {$margins}
margin-size = taille
margin-sector = secteur
margin-headcount = effectif par secteur
weights-respondents = Répondants
weights-represented = Établissements représentés
weights-range = Poids, du plus petit au plus grand
weights-variation = Dispersion des poids (écart type / moyenne)
weights-design-effect = Effet des poids inégaux (Kish)
weights-effective = Répondants utiles
weights-ratios = Rapport poids final / initial
weights-dropped = Marge abandonnée : {$margin}
weights-large-missing = Grands établissements non répondants
weights-large-missing-text = {$count} : personne ne répond à leur place
weights-large-unlisted = Grands établissements du répertoire absents de l’enquête
weights-merges = Groupes réunis, faute de réponses
weights-thin = Groupes de moins de cinq réponses
weights-beyond-register = Groupes où l’enquête compte plus d’établissements que le répertoire
weights-bias = Ce que les poids ne font pas
weights-bias-text = Ils ne corrigent que la taille et le secteur. Si ceux qui recrutent répondent plus volontiers, les chiffres sont trop hauts, et aucun intervalle ne le dit.
section-a = Agriculture, sylviculture et pêche
section-b = Industries extractives
section-c = Industrie manufacturière
section-d = Électricité, gaz, vapeur et air conditionné
section-e = Eau, assainissement, déchets et dépollution
section-f = Construction
section-g = Commerce, réparation d’automobiles et de motocycles
section-h = Transports et entreposage
section-i = Hébergement et restauration
section-j = Information et communication
section-k = Activités financières et d’assurance
section-l = Activités immobilières
section-m = Activités spécialisées, scientifiques et techniques
section-n = Services administratifs et de soutien
section-o = Administration publique
section-p = Enseignement
section-q = Santé humaine et action sociale
section-r = Arts, spectacles et activités récréatives
section-s = Autres activités de services
section-t = Activités des ménages
section-u = Activités extraterritoriales
size-0 = sans salarié
size-1-9 = 1 à 9
size-10-19 = 10 à 19
size-20-49 = 20 à 49
size-50-99 = 50 à 99
size-100-249 = 100 à 249
size-250-499 = 250 à 499
size-500 = 500 et plus

step-survey = Enquête
survey-part-kit = Questionnaire
survey-part-coverage = Couverture
survey-part-weights = Redressement
survey-part-labels = Métiers à reconnaître
survey-part-needs = Besoins
survey-part-causes = Causes
survey-part-questions = Questions
survey-part-dominance = Répondants dominants
survey-none-title = Aucune enquête chargée
survey-none-text = Écrivez le questionnaire, envoyez-le aux employeurs, puis collectez les réponses ; ou ajoutez les tables d’une enquête déjà faite, ou l’export d’un formulaire.
survey-add-files = Ajouter des fichiers…
survey-kit = Écrire le questionnaire…
survey-collect = Collecter un dossier de réponses…
survey-kit-heading = Le questionnaire
survey-kit-about = Un classeur à envoyer : l’établissement, ses métiers, ses souhaits de formation, avec une note et la promesse de secret.
survey-collect-title = Les réponses
survey-collect-about = Choisissez le dossier des classeurs remplis. Mettez-y la liste des établissements invités, s’il y en a une (numéro d’enquête, SIRET ou nom, activité, commune, tranche d’effectif) : ceux qui n’ont rien renvoyé seront comptés et à relancer. Les fichiers sont lus, jamais modifiés ; les tables sont écrites dans un sous-dossier « collecte », les noms à part.
kit-field-title = Titre
kit-field-collector = Qui enquête
kit-field-contact = Où répondre
kit-field-deadline = Avant le (jj/mm/aaaa)
kit-field-wave = Vague
kit-default-title = Emplois et compétences du territoire
kit-needs-collector = Dites d’abord qui enquête et où répondre
kit-bad-deadline = « {$text} » n’est pas une date
kit-exists = Ce dossier contient déjà un questionnaire : {$path}. Choisissez-en un autre.
kit-written = Le questionnaire, la liste des variables et la note sont écrits.
collect-nothing = Aucun questionnaire rempli dans ce dossier.
collect-done = {$files} { FORM($files, "fichier lu", "fichiers lus") }, {$kept} { FORM($kept, "réponse", "réponses") }, {$missing} { FORM($missing, "établissement invité qui n’a rien renvoyé", "établissements invités qui n’ont rien renvoyé") }. {$rejects} { FORM($rejects, "réponse refusée", "réponses refusées") }, {$duplicates} { FORM($duplicates, "doublon", "doublons") }, {$replaced} { FORM($replaced, "version remplacée", "versions remplacées") }, {$unread} { FORM($unread, "fichier illisible", "fichiers illisibles") } : le détail est sous « Questionnaire » et dans {$file}. Écrit dans {$folder}.
survey-coverage-sentence = {$answered} { FORM($answered, "réponse", "réponses") } sur {$asked} { FORM($asked, "établissement interrogé", "établissements interrogés") } ({$rate}). Part des établissements du répertoire couverte : {$share}.
survey-headcount-covered = Part de l’effectif du répertoire couverte : {$share}, chaque répondant compté pour l’effectif moyen de son secteur et de sa taille.
survey-no-frame = Sans répertoire d’établissements (table de population ou extrait Sirene), les réponses ne peuvent pas être redressées : les chiffres sont ceux des répondants.
survey-coverage-unplaced = {$count} { FORM($count, "établissement", "établissements") } dont le secteur ou la taille est inconnu.
survey-reminders = À relancer : {$count}
survey-reminders-title = À relancer
survey-reminders-note = Les plus grands d’abord. Ces identifiants restent sur cet écran.
survey-dominance-about = Chiffres qui tiennent à un ou deux grands répondants. S’ils changent d’histoire sans eux, dites-le.
survey-dominance-none = Aucun répondant ne domine un chiffre.
survey-dominance-share = {$count ->
    [one] Un répondant, {$share} du total
   *[other] {$count} répondants, dont le plus grand fait {$share} du total
}
survey-dominance-changes = Avec : {$with} ; sans : {$without}. L’histoire change.
survey-dominance-stands = Avec : {$with} ; sans : {$without}. L’histoire tient.
survey-dominance-secret = Ce chiffre est secret : ni avec, ni sans, il n’est montré nulle part.
needs-as-figures = Chiffres
needs-as-errors = Erreur d’échantillonnage
needs-as-sectors = Par secteur
stated-by-occupation = Par métier
stated-no-cause = Aucun répondant ne déclare de difficulté de recrutement.
needs-no-sector = Les répondants sont d’un seul secteur, ou n’ont pas donné leur activité : pas de chiffre par secteur.
needs-sector-unknown = Activité inconnue
needs-group = Groupe « {$name} »
needs-as-groups = Groupes de métiers
needs-groups-about = Un groupe réunit des métiers sous un nom à vous : il devient une ligne du tableau des besoins. Il passe par le même secret statistique que les métiers : un petit groupe peut être caché, ou faire cacher un métier.
needs-groups-none = Aucun groupe encore.
needs-group-name = Nom du groupe
needs-group-make = Créer le groupe
needs-group-new-name = Nouveau nom du groupe « {$name} »
needs-group-rename = Renommer
needs-group-taken = Un groupe porte déjà ce nom.
needs-group-remove = Retirer le groupe « {$name} »
needs-group-open = Modifier le groupe « {$name} »
needs-group-members = {$count ->
    [0] aucun métier coché
    [one] {$count} métier
   *[other] {$count} métiers
}
needs-group-tick = Métiers du groupe « {$name} »
needs-group-unanswered = aucun répondant
errors-running = Réplications : {$done} sur {$all}
errors-stop = Arrêter
errors-start = Calculer
errors-stopped = Calcul arrêté.
errors-none = Aucun chiffre montré n’a d’erreur à dire.
table-errors = Erreur d’échantillonnage
table-errors-about = Erreur type de chaque chiffre montré, par deux chemins : linéarisée, et sur {$used} { FORM($used, "réplication du bootstrap redressée", "réplications du bootstrap redressées") } à nouveau ({$failed} sans solution). Quand les deux s’écartent de beaucoup, l’intervalle est à lire avec prudence.
column-error-indicator = Indicateur
column-error-figure = Chiffre
column-error-linear = Erreur type linéarisée
column-error-resampled = Erreur type par réplications
needs-too-uncertain = trop incertain pour un chiffre redressé
needs-hidden = {$hidden ->
    [one] Un chiffre sur {$all} est caché, et dit pourquoi.
   *[other] {$hidden} chiffres sur {$all} sont cachés, et disent pourquoi.
}
needs-dominated = {$count ->
    [one] Un chiffre montré tient à quelques grands répondants ;
   *[other] {$count} chiffres montrés tiennent à quelques grands répondants ;
} {$changing ->
    [0] aucun ne change d’histoire sans eux (voir « Répondants dominants »).
    [one] un change d’histoire sans eux (voir « Répondants dominants »).
   *[other] {$changing} changent d’histoire sans eux (voir « Répondants dominants »).
}
survey-dominance-uncertain = Trop incertain pour une valeur, avec comme sans.
survey-dominance-private = Cet écran désigne des répondants : il n’est ni copié, ni exporté.
weights-about = Redresser, c’est donner à chaque réponse le nombre d’établissements dont elle tient lieu, d’après le répertoire.
weights-choices = Choix
weights-result = Résultat
weighting-method = Méthode
weighting-raking = raking ratio (poids toujours positifs)
weighting-linear = linéaire
weighting-logit = logit (poids bornés)
weighting-low = Rapport poids final / initial, au moins
weighting-high = Rapport poids final / initial, au plus
weighting-take-all = Chacun pour soi à partir de (salariés)
labels-about = Ce que les employeurs ont écrit, sans code. Choisissez le métier ; le choix est retenu dans le projet et sert aux libellés voisins.
labels-none = Tous les métiers sont reconnus.
labels-own = Votre dictionnaire ({$count})
labels-own-title = Votre dictionnaire
labels-own-note = Ce que vous avez décidé dans vos projets est proposé dans tous, et n’y décide rien sans vous. Il reste sur cette machine, à côté de vos préférences.
labels-own-forget = Oublier
labels-none-elsewhere = Ailleurs, vous avez décidé que ce n’est pas un métier.
labels-accept-all = {$count ->
    [0] Aucune proposition sûre à accepter
    [one] Accepter la proposition sûre
   *[other] Accepter les {$count} propositions sûres
}
labels-keys = Flèches : se déplacer · Entrée : première proposition · 1 à 5 : une proposition · Retour arrière : la première est la mauvaise fiche · Suppr : pas un métier
labels-count = {$rows ->
    [one] une ligne
   *[other] {$rows} lignes
}, {$establishments ->
    [one] un établissement
   *[other] {$establishments} établissements
}
labels-no-occupation = Ce n’est pas un métier
label-reason-own = déjà décidé
questions-none = Aucune question sans champ de l’enquête n’a de réponse.
questions-base-hidden = {$kind} · {$respondents} { FORM($respondents, "répondant", "répondants") } à l’enquête
questions-base = {$kind} · {$answers} { FORM($answers, "réponse", "réponses") } sur {$respondents} { FORM($respondents, "répondant", "répondants") }
labels-no-proposal = Aucune proposition
labels-other = Autre métier :
sharing-hidden = Caché : l’écran est partagé.
menu-sharing = Écran partagé : ne désigner aucun répondant
kind-actor-opinions = Avis de collèges d’acteurs
field-respondent = Répondant
field-college = Collège
field-question = Question
field-answer = Réponse
perception-too-few = trop peu de réponses
perception-undetermined = indéterminé
perception-agreement = convergence
perception-gap = écart
perception-blind-spot = angle mort
survey-part-perceptions = Perceptions
table-perceptions = Perceptions
table-perceptions-about = Part de chaque collège d’acteurs qui donne la réponse, et écart avec le premier, avec son intervalle à 95 %. « Convergence », « écart » et « angle mort » ne sont dits que là où les réponses le permettent.
perceptions-none = Aucune table d’avis de deux collèges au moins n’est chargée (colonnes id_repondant, college, question, reponse, ou export de formulaire avec une colonne pour le collège).
column-college = Collège
column-perception-share = Part du collège, avec son intervalle
column-perception-share-low = Part, minimum
column-perception-share-high = Part, maximum
column-gap-point = Écart, en points
column-gap-low = Écart, minimum
column-gap-high = Écart, maximum
perception-either = {$first} ou {$second}
perception-first = collège de référence
perception-words = Réponses libres, qui ne se comptent pas.
as-chart = Graphique
as-table = Tableau
perceptions-scale = Chaque collège : un trait pour l’intervalle à 95 %, un signe pour la part (de 0 à 100 %). Le trait vertical prolonge le premier collège.
column-gap = Écart avec le premier collège
column-reading = Lecture

## L’enquête auprès des employeurs, en ligne de commande
hidden-tells-too-much = secret : ce chiffre, seul ou rapproché de ceux qui sont montrés ou déjà sortis, en dirait trop sur un ou quelques répondants
hidden-unusable = secret : une réponse à laquelle les règles ne s’appliquent pas
hidden-not-asked = secret : chiffre non prévu dans cet export
place-cell = cellule {$cell}
code-system-siret = SIRET
code-system-naf = NAF
code-system-insee = Insee de commune
code-system-rome = ROME
code-system-respondent = d’enquête
cli-written = Fichiers écrits :
error-file-exists = un fichier de ce nom existe déjà, rien n’est écrit (choisissez un autre dossier, ou --force) : {$path}
error-no-commune = aucune commune connue pour {$code}
error-many-communes = {$code} a plus de {$most} communes : une liste déroulante ne se parcourt plus ; choisissez un territoire plus petit, ou laissez l’employeur écrire sa commune
error-no-establishments = aucun tableau des établissements de l’enquête parmi les fichiers (enquete_etablissements)
error-no-occupations = aucun répondant n’a rempli le tableau des métiers (enquete_metiers) : il n’y a pas de besoin à estimer
error-no-register = aucun répertoire d’établissements parmi les fichiers de --frame (population_etablissements, ou stock SIRENE)
error-no-answer = personne n’a répondu sur ce territoire : rien à pondérer
error-more-answers = une cellule compte {$answers} { FORM($answers, "réponse", "réponses") } pour {$register} { FORM($register, "établissement", "établissements") } du répertoire : le répertoire ou les tranches d’effectif sont à revoir
error-register-too-small = le répertoire compte {$register} { FORM($register, "établissement", "établissements") } là où {$answers} { FORM($answers, "établissement a", "établissements ont") } répondu : ce n’est pas le répertoire de cette enquête, et chaque réponse n’y vaudrait que pour elle-même ; vérifier les nombres d’établissements, les sections NAF, les tranches et le territoire, ou retirer le répertoire
error-weighing = la pondération est impossible ({$detail})
error-out-is-a-file = « {$path} » serait un dossier : --out attend un dossier, où plusieurs fichiers sont écrits ; par exemple --out {$hint}
error-bounds = bornes mal formées : {$text} (attendu : deux nombres autour de 1, comme 0.3,3)
error-take-all = --take-all attend un nombre de salariés au-dessus de zéro
error-replicates = au plus {$most} réplications
survey-kit-title = Emplois et compétences du territoire
survey-kit-collector = [organisme à compléter]
survey-kit-contact = [adresse à compléter]
survey-kit-blank = À compléter avant l’envoi : {$list}
survey-collect-files = Vague {$wave} : {$files} { FORM($files, "fichier", "fichiers") }, dont {$kept} { FORM($kept, "retenu", "retenus") }, {$duplicates} { FORM($duplicates, "doublon", "doublons") }, {$replaced} { FORM($replaced, "remplacé", "remplacés") } par une version plus récente, {$refused} { FORM($refused, "refusé", "refusés") }
survey-collect-rows = {$establishments} { FORM($establishments, "établissement", "établissements") }, {$occupations} { FORM($occupations, "ligne", "lignes") } de métiers, {$wishes} { FORM($wishes, "souhait de formation", "souhaits de formation") }
survey-collect-nothing = aucun questionnaire n’a pu être retenu, rien n’est écrit
survey-collect-private = Le dossier {$file} contient des noms, des SIRET, des adresses et des réponses : gardez-le à part, ne le diffusez pas.
survey-same-bytes = {$file} est le même fichier que {$of}
survey-same-answers = {$file} a les mêmes réponses que {$of}
survey-version-replaced = {$left} ({$lefton}) est remplacé par {$kept} ({$kepton}), {$by} : réponses changées, {$changed}
survey-by-siret = même SIRET
survey-by-number = même numéro d’enquête
survey-no-date = sans date
survey-match-none = aucune fiche ROME au-dessus du score demandé
survey-match-line = {$rome} {$label} — score {$score} — {$reason} (« {$title} »)
label-reason-own-dictionary = votre dictionnaire
label-reason-exact = appellation exacte
label-reason-same-words = mêmes mots
label-reason-inflection = mêmes mots, au genre et au nombre près
label-reason-abbreviation = abréviation développée
label-reason-typo = faute de frappe
label-reason-similar = mots et lettres en commun
survey-answers = {$territory} : {$asked} { FORM($asked, "établissement interrogé", "établissements interrogés") }, {$answered} { FORM($answered, "réponse", "réponses") } ({$rate}), {$refused} refus, {$notreached} non joints ; hors champ : {$outofscope}
survey-everywhere = Toute l’enquête, sans territoire
survey-register = Répertoire : {$register} { FORM($register, "établissement", "établissements") }, dont {$share} ont répondu ; les poids en représentent {$represented}
survey-basis-unweighted = Poids : aucun. Sans répertoire, chaque répondant compte pour un et les chiffres ne valent que pour les répondants.
survey-basis-given = Poids : ceux du fichier.
survey-basis-groups = Poids : répertoire sur réponses, par groupe de cellules ; sans calage.
survey-basis-calibrated = Poids : répertoire sur réponses, par groupe de cellules, calés sur les marges du répertoire.
survey-coverage-lines = Couverture, par secteur, par taille, puis par secteur et taille (l’effectif est celui du répertoire, au point près) :
survey-coverage-line = {$cell} : {$answered} { FORM($answered, "réponse", "réponses") } sur {$asked} { FORM($asked, "interrogé", "interrogés") } ; {$share} des établissements
survey-coverage-line-headcount = {$line}, {$share} de l’effectif
survey-groups = Groupes de pondération :
survey-group = {$cells} : {$establishments} { FORM($establishments, "établissement", "établissements") }, répondants : {$respondents}, poids {$weight}
survey-group-alone = {$cells} (strate exhaustive) : chacun pour lui seul, répondants : {$respondents}
survey-merges = Regroupements, faute de répondants :
survey-merge-adjacent-size = {$cells} (répondants : {$respondents}) rejoint {$into} : tranche voisine du même secteur
survey-merge-adjacent-sector = {$cells} (répondants : {$respondents}) rejoint {$into} : secteur voisin de même tranche
survey-thin = Groupes restés trop minces :
survey-margins-met = Marges respectées :
survey-margin = {$name} : {$total} (avant calage : {$before})
survey-margin-size = tranche {$list}
survey-margin-sector = section {$list}
survey-margin-headcount = salariés, section {$list}
survey-margins-given-up = Marges abandonnées :
survey-kind-size = tranches d’effectif
survey-kind-sector = secteurs
survey-kind-headcount = salariés par secteur
survey-calibration-weights = les poids initiaux ne sont pas ceux des répondants
survey-calibration-initial-weight = un poids initial est négatif ou illisible
survey-calibration-bounds = les bornes {$low} et {$high} n’entourent pas 1
survey-calibration-empty-margin = aucun répondant pour {$list}
survey-calibration-inconsistent = les marges se contredisent : {$margin} vaut {$stated} au répertoire, les autres l’imposent à {$implied} ; en cause : {$list}
survey-calibration-not-converged = le calage ne converge pas ; la marge la plus éloignée est {$list}
survey-calibration-negative-weights = {$count} { FORM($count, "poids deviendrait négatif", "poids deviendraient négatifs") } ; la marge qui tire le plus est {$list}
survey-calibration-ratio-out-of-bounds = {$count} { FORM($count, "rapport de poids sortirait", "rapports de poids sortiraient") } de l’intervalle {$low} à {$high} ; la marge qui tire le plus est {$list} (rapport demandé : {$ratio})
survey-cost = Ce que coûte la pondération :
survey-spread = poids de {$least} à {$most}, coefficient de variation {$variation}
survey-effect = effet de plan de Kish {$effect} : {$n} { FORM($n, "répondant en vaut", "répondants en valent") } {$effective}
survey-ratios = rapport du poids final au poids initial de {$least} à {$most} ; aux bornes : {$bounded}
survey-beware = À savoir :
survey-large-missing = grands établissements sans réponse, que personne ne représente : {$shown}
survey-large-not-asked = grands établissements du répertoire absents de l’enquête : {$shown}
survey-unplaced = interrogés sans secteur ou sans tranche d’effectif, hors pondération : {$shown}
survey-beyond-register = plus d’interrogés que d’établissements au répertoire : {$list}
survey-no-bias = Les intervalles ne tiennent pas compte de ce que ceux qui n’ont pas répondu auraient dit d’autre.
survey-stateless = Sans projet, le secret est jugé sur cette seule sortie : ne rapprochez pas deux sorties faites avec des réponses, un registre ou une pondération différents.
survey-bootstrap = Erreurs types par bootstrap : {$replicates} { FORM($replicates, "réplication recalée", "réplications recalées") }, {$failed} { FORM($failed, "écartée", "écartées") }, graine {$seed}.
survey-labels = Libellés sans code : {$understood} { FORM($understood, "ligne rapprochée", "lignes rapprochées") } du ROME, {$without} { FORM($without, "ligne laissée de côté", "lignes laissées de côté") }.
survey-dominated = À savoir : au moins un des chiffres ci-dessous raconte une autre histoire sans un ou deux de ses répondants. Lequel, et de combien, se lit dans la fenêtre (Enquête, Répondants dominants) ; imprimé, l’écart donnerait leur réponse.
survey-all-occupations = Tous métiers
survey-establishments = {$shown} { FORM($shown, "établissement répondant", "établissements répondants") }
survey-uncounted = nombre d’établissements non donné, {$why}
survey-value = {$value} (intervalle à 95 % : {$range})
survey-range = de {$low} à {$high} (intervalle à 95 %)
survey-bootstrap-error = erreur type par bootstrap {$error}
survey-error-below = bien plus petite que l’intervalle : elle ne voit que les réponses reçues, peu nombreuses ou semblables ; c’est l’intervalle qui vaut
column-error-remark = Remarque
survey-drawn = rapprochée de l’ensemble des métiers {$value}
survey-unweighted = non pondéré {$value}
survey-unweighted-hidden = non pondéré : secret, il permettrait avec les poids de retrouver une réponse
survey-stated = Causes de difficulté citées (part des établissements qui en donnent une ; plusieurs réponses)
survey-stated-head = {$label} ({$n} donnent une cause, {$declaring} déclarent des difficultés)
survey-stated-few = un nombre caché
sheet-causes-hidden = {$count ->
    [one] {$count} cause cachée par le secret statistique
   *[other] {$count} causes cachées par le secret statistique
}
survey-n = {$n} { FORM($n, "réponse", "réponses") } sur {$base} { FORM($base, "établissement qui a", "établissements qui ont") } de quoi répondre
survey-n-total = {$n} { FORM($n, "réponse", "réponses") } sur {$base} { FORM($base, "répondant", "répondants") }, ceux qui n’en ont pas comptant pour zéro
survey-no-answer = aucune réponse
survey-refusal-too-few = pas de valeur : {$n} { FORM($n, "réponse", "réponses") }, il en faut {$least}
survey-refusal-no-interval = pas de valeur : les réponses ne donnent pas d’intervalle
survey-refusal-too-wide = pas de valeur centrale : l’intervalle s’en écarte de plus de {$widest}
survey-share-too-wide = très incertain : c’est l’intervalle qui compte, pas la part
issue-unopened = le fichier n’a pas pu être lu : {$detail}
cli-skipped = Laissés de côté dans les dossiers : {$list}
cli-skipped-hidden =
    { $count ->
     [one] {$shown} fichier ou dossier caché
    *[other] {$shown} fichiers ou dossiers cachés
    }
cli-skipped-locks =
    { $count ->
     [one] {$shown} fichier de verrouillage (~$…)
    *[other] {$shown} fichiers de verrouillage (~$…)
    }
cli-skipped-links =
    { $count ->
     [one] {$shown} lien
    *[other] {$shown} liens
    }
cli-skipped-deep =
    { $count ->
     [one] {$shown} dossier trop profond (plus de huit niveaux)
    *[other] {$shown} dossiers trop profonds (plus de huit niveaux)
    }
cli-skipped-closed =
    { $count ->
     [one] {$shown} dossier illisible
    *[other] {$shown} dossiers illisibles
    }
table-needs = Besoins
table-needs-about = Ce que les employeurs déclarent par métier, redressé sur le répertoire, avec son intervalle à 95 %, hors biais de non-réponse. Un chiffre caché dit pourquoi. Réponses : tous ceux qui ont répondu, y compris ceux qui n’ont pas ce métier et comptent pour zéro ; Établissements : ceux qui l’ont.
table-needs-sectors = Besoins par secteur
table-needs-sectors-about = Ce que les employeurs de chaque secteur d’activité déclarent, tous métiers ensemble, redressé sur le répertoire, avec son intervalle à 95 %, hors biais de non-réponse. Un chiffre caché dit pourquoi. Réponses : tous ceux qui ont répondu, les autres secteurs comptant pour zéro ; Établissements : ceux du secteur.
needs-unweighted = {$name}, répondants seuls
audience-young = jeunes de 16 à 25 ans
audience-disabled = travailleurs handicapés
audience-insertion = salariés en insertion (CUI, CDDI)
content-certifying = formation certifiante
content-blocks = blocs de compétences
content-short-adaptation = adaptation courte à l’emploi
content-short-access = parcours court d’accès au métier
content-tutoring = tutorat en entreprise
contract-cdi = CDI
contract-cdd = CDD
contract-professionnalisation = contrat de professionnalisation
contract-apprentissage = contrat d’apprentissage
contract-saisonnier = contrat saisonnier
contract-interim = missions d’intérim
funding-title = Dispositifs à vérifier pour cette formation
funding-asked = Demande : {$list}
funding-asked-hours = {$hours} { FORM($hours, "heure", "heures") }
funding-asked-size = entreprise de {$count} { FORM($count, "salarié", "salariés") }
funding-asked-group = en groupe
funding-asked-one-person = une personne à la fois
funding-asked-nothing-promised = aucun contrat promis
funding-asked-contract = {$name} de {$months} mois
funding-asked-start = début le {$date}
funding-asked-rules = règles du {$date}
funding-none = Aucun dispositif connu ne convient.
funding-refused = Écartés
funding-never-a-promise = Pistes à vérifier, jamais des promesses : la décision revient à l’organisme nommé.
funding-heading = {$name} ({$title})
funding-own = règle de {$file}
funding-confirm = à confirmer auprès de : {$ask}
funding-source = source : {$source} ; vérifié le {$date}
funding-source-stale = source : {$source} ; non revérifié depuis le {$date}, plus d’un an
funding-payers = financeur : {$list}
funding-because = convient : {$list}
funding-amounts = montants : {$list}
funding-open = à confirmer : {$list}
funding-ground-period = en vigueur
funding-ground-period-from = en vigueur depuis le {$from}
funding-ground-period-to = en vigueur jusqu’au {$to}
funding-ground-period-both = en vigueur du {$from} au {$to}
funding-ground-audience = public : {$name}
funding-ground-content = contenu : {$name}
funding-ground-hours = {$hours} { FORM($hours, "heure", "heures") } : {$rule}
funding-ground-contract = contrat promis : {$name}
funding-ground-territory = territoire : {$name}
funding-refusal-ended = terminé le {$date} ({$why})
funding-refusal-replaced = terminé le {$date}, remplacé par : {$name}
funding-refusal-not-yet = pas avant le {$date}
funding-refusal-unverified = règle non vérifiée : jamais suggéré
funding-refusal-territory = réservé à : {$list}
funding-refusal-audience = réservé à : {$list}
funding-refusal-content = réservé à : {$list}
funding-refusal-group = pour un groupe seulement
funding-refusal-one-person = pour une personne à la fois seulement
funding-refusal-too-short = trop court : {$hours} { FORM($hours, "heure", "heures") } au moins
funding-refusal-too-long = trop long : {$hours} { FORM($hours, "heure", "heures") } au plus
funding-refusal-contract = contrat à promettre : {$list}
funding-refusal-contract-short = {$name} trop court : {$months} mois au moins
funding-refusal-too-late = dossier à déposer au plus tard le {$date}
funding-open-content = contenu (admis : {$list})
funding-open-hours = durée de la formation
funding-open-territory = territoire (réservé à : {$list})
funding-open-contract = contrat à promettre (admis : {$list})
funding-open-months = durée du {$name} ({$months} mois au moins)
funding-open-exceptional = durée exceptionnelle ({$rule})
funding-open-unverified-hours = limite non vérifiée ({$rule})
funding-open-agreement = accord écrit entre l’employeur et le salarié
funding-open-file-by = dossier déposé au plus tard le {$date}
funding-open-file-before = dossier déposé au plus tard {$days} { FORM($days, "jour", "jours") } avant le début
funding-hours-between = de {$least} à {$most} { FORM($most, "heure", "heures") }
funding-hours-most = {$most} { FORM($most, "heure", "heures") } au plus
funding-hours-least = {$least} { FORM($least, "heure", "heures") } au moins
funding-hours-any = durée libre
funding-hours-months = {$hours}, sur {$months} mois au plus
funding-contract-months = {$name} d’au moins {$months} mois
funding-condition = {$text} ({$condition})
funding-unverified = {$text} [non vérifié]
funding-range = {$low} à {$high}
funding-amount-per-hour = {$euros} € par heure et par personne
funding-amount-per-hour-in-all = {$rate} € par heure, soit {$euros} € par personne
funding-amount-average = {$euros} € par personne en moyenne
funding-amount-at-most = {$euros} € par personne au plus
funding-amount-left-to-pay = reste à charge de {$euros} € par personne
funding-amount-to-employer = {$euros} € à l’employeur par contrat
device-fault-line = {$path}, ligne {$line} : {$fault}
device-fault-place = {$path}, ligne {$line}, dispositif « {$device} » : {$fault}
device-fault-syntax = ce n’est pas une liste de dispositifs ({$detail}). Partez d’une copie de assets/params/financing.ron
device-fault-empty = {$field} est vide. Chaque dispositif a un nom, un public, une source et l’organisme à consulter
device-fault-date = {$field} : « {$found} » n’est pas une date (attendu : 2026-01-31)
device-fault-unknown = {$field} : « {$found} » est inconnu. Valeurs admises : {$known}
device-fault-territory = {$field} : « {$found} » n’est pas un territoire (attendu : reg:84, dep:15, be:8450)
device-fault-order = {$field} : le minimum dépasse le maximum
device-fault-amount = {$field} : « {$found} » n’est pas un montant en euros
device-fault-ended = un dispositif terminé (Ended) porte sa dernière date dans valid_to
device-fault-twice = deux dispositifs ont cet identifiant
device-fault-successor = successor : aucun dispositif « {$found} »
error-audience = public inconnu : {$found}. Publics : {$known}
error-content = contenu inconnu : {$found}. Contenus : {$known}
error-contract = contrat inconnu : {$found}. Attendu : aucun, ou l’un de {$known}, avec ses mois (cdd:6)
error-date = date mal formée : {$found} (attendu : 2026-03-01 ou 01/03/2026)
choice-proof-optimal = optimum prouvé : aucun choix ne fait mieux
choice-proof-gap = écart possible de {$share} : aucun choix ne dépasse {$bound}
choice-objective-stay = personnes formées qui restent dans un métier en tension (attendu)
choice-objective-cautious = personnes formées qui restent dans un métier en tension (bas de l’intervalle)
choice-objective-places = places utiles
choice-excluded-no-funder = aucun financeur doté ne peut le payer
choice-excluded-over-budget = sa session la plus petite coûte {$cost} €, ses financeurs peuvent en payer {$available} €
choice-excluded-above-caps = une place coûte {$cost} €, ses financeurs ne peuvent en payer que {$most} € chacune
choice-excluded-too-late = ne peut pas commencer avant le {$start} ; il fallait le {$latest} au plus tard
choice-excluded-nothing-gained = n’apporterait rien : aucun besoin, ou rien d’attendu
choice-excluded-provider = l’organisme n’a que {$places} { FORM($places, "place", "places") }, le groupe minimal en compte {$group}
choice-left-impossible = avec lui, aucun choix ne respecte les règles
choice-left-as-good = aussi bon que ce qui est retenu : le prendre ne ferait rien perdre
choice-left-one-occupation-more = serait retenu avec un métier de plus
choice-left-need-met = le besoin sûr du métier ({$places} { FORM($places, "place", "places") }) est déjà couvert
choice-left-provider-full = toutes les places de l’organisme ({$places}) sont déjà prises
choice-left-outbid = apporte {$own} pour 1 000 €, moins que {$name} ({$other})
choice-left-does-not-fit = apporte {$own} pour 1 000 €, plus que {$name} ({$other}), mais son groupe ne tient pas dans ce qui reste
choice-loss = l’imposer ferait perdre {$loss}
choice-between = entre {$low} et {$high}
choice-at-least = au moins {$low}
choice-more = {$step} € de plus ({$funder}) : l’objectif gagnerait {$gain}
choice-survival = retenu dans {$share} des cas quand gains et coûts sont tirés {$count} fois dans leurs intervalles ; optimum prouvé pour {$proven} { FORM($proven, "tirage", "tirages") }
choice-flaw-group = {$name} : groupe ou nombre de sessions impossible
choice-flaw-cost = {$name} : un coût n’est pas une somme
choice-flaw-brings = {$name} : l’apport n’est pas un intervalle ordonné
choice-flaw-share = {$name} : part de financement hors de 0 à 100 %, ou financeur nommé deux fois
choice-error-twice = deux programmes portent l’identifiant {$name}
choice-error-budget = le budget de {$name} n’est pas une somme
choice-error-floor = plancher de {$floor} { FORM($floor, "place", "places") } impossible à tenir pour {$target} : {$most} au plus
choice-error-floors = les planchers ne peuvent pas être tous tenus
choice-error-not-found = aucun choix trouvé dans la limite de calcul ; il peut en exister un
choice-error-funders = {$count} financeurs au plus
choice-error-solver = le calcul a échoué ({$detail})

# Offre de formation face aux besoins.
link-decided = décidé par l’utilisateur
link-code = code ROME {$rome} écrit dans la ligne, {$share} de la fiche dans ce métier
link-card = fiche ROME {$rome} de sa certification, {$share} de la fiche dans ce métier
link-field = à confirmer : {$score} des certifications de son Formacode mènent à la fiche {$rome}
link-text = à confirmer : intitulé proche de la fiche {$rome} (score {$score}, {$reason})
link-kind-decided = décidé
link-kind-code = code officiel
link-kind-card = fiche de certification
link-kind-field = Formacode, à confirmer
link-kind-text = intitulé, à confirmer
link-kind-official = passage officiel
link-kind-said = écrit dans le fichier
links-share = {$kind}, {$share}
links-node = {$title} – lien : {$stands}
links-left = et {$shown} { FORM($count, "autre, dans le tableau", "autres, dans le tableau") }
layer-occupation = Métier
layer-rome = Fiche ROME
layer-certification = Certification
layer-formacode = Formacode
layer-offer = Offre
table-links = Liens d’un métier
table-links-about = Du métier aux offres. Sous chaque case, ce sur quoi le lien repose ; en tirets, ce qui reste à confirmer et ne compte pas. Ce qui est terminé est laissé de côté.
column-link-from = De
column-link-from-layer = Nature du départ
column-link-to = Vers
column-link-to-layer = Nature de l’arrivée
column-link-nearness = Part ou score
modality-on-site = sur place
modality-mixed = mixte
modality-remote = à distance
need-basis-survey = d’après l’enquête auprès des employeurs
need-basis-hires = au plus, d’après les projets de recrutement non saisonniers
gap-lack = manque
gap-surplus = excédent
gap-undetermined = indéterminé
gap-either = d’un excédent de {$surplus} à un manque de {$lack}
gap-either-lack-open = d’un excédent de {$surplus} à un manque dont rien ne dit la taille
gap-either-surplus-open = d’un excédent dont rien ne dit la taille à un manque de {$lack}
horizon-1y = 1 an
horizon-3y = 3 ans
horizon-5y = 5 ans
allocation-equal = formés répartis à parts égales
allocation-demand = formés répartis selon les projets de recrutement
allocation-openings = projets répartis entre les programmes
allocation-observed = destinations observées
balance-missing-survey = aucune réponse d’employeur sur ce métier
balance-missing-hidden = des réponses d’employeurs sont couvertes par le secret : elles ne comptent pas ici
balance-missing-turnover = départs autres que la retraite inconnus : au plus autant que de projets de recrutement non saisonniers
balance-missing-pool = aucun demandeur d’emploi de ce métier dans les fichiers : l’écart est celui d’avant le vivier
balance-missing-places = des offres ne disent ni leurs entrées ni leurs inscrits : elles n’apportent que des bornes
balance-missing-rates = des taux d’accès à l’emploi ou de poursuite manquent, ou portent sur trop peu de personnes
balance-missing-retention = la part des formés qui reste sur le territoire est l’intervalle de la méthode
balance-missing-beyond = des offres plus lointaines ne sont pas comptées
balance-missing-proposals = des liens proposés attendent d’être confirmés
balance-biased-down = les taux d’insertion publiés oublient indépendants, particuliers employeurs et une part de l’agriculture : ils sont ici trop bas
verdict-not-training = pas la formation
verdict-not-taken = l’offre existe, on n’y va pas
verdict-adapt = adapter l’offre
verdict-extend = ouvrir plus de places
verdict-open = ouvrir une formation
verdict-duplicate = dupliquer un programme éprouvé
verdict-pool = mutualiser avec un bassin voisin
verdict-distance = à distance ou en situation de travail (AFEST)
verdict-ask-employers = indéterminé, interroger les employeurs
verdict-why-no-flag = aucune tension n’est signalée sur ce métier.
verdict-why-causes-unknown = les données chargées ne disent pas les causes de la tension.
verdict-why-other-lever = d’après les causes publiées, {$lever}.
verdict-why-short-adaptation = l’attractivité est la première cause, mais des employeurs citent les compétences : une adaptation courte seulement.
verdict-why-not-followed = {$local} { FORM($local, "offre", "offres") } à portée, mais {$taken} des places seulement sont prises.
verdict-why-enough = ceux qui se forment et le vivier couvrent déjà le besoin (écart indicatif à trois ans : {$gap}).
verdict-why-proven = il manque du monde (écart indicatif à trois ans : {$gap}) et un programme a déjà réussi.
verdict-why-access = il manque du monde (écart indicatif à trois ans : {$gap}) pour un métier accessible : un module court d’accès, vers d’autres publics.
verdict-why-full = il manque du monde (écart indicatif à trois ans : {$gap}) et {$local} { FORM($local, "offre existe", "offres existent") } à portée.
verdict-why-few-near = le manque (écart indicatif à trois ans : {$gap}) ne remplit pas un groupe ; {$beyond} { FORM($beyond, "offre", "offres") } dans un bassin voisin.
verdict-why-few = le manque (écart indicatif à trois ans : {$gap}) ne remplit pas un groupe et rien n’existe autour.
verdict-why-none-local = il manque du monde (écart indicatif à trois ans : {$gap}) et aucune offre n’est à portée.
verdict-why-size-unknown = il manque du monde (écart indicatif à trois ans : {$gap}), mais rien ne dit si un groupe se remplirait.
verdict-why-gap-unknown = selon les hypothèses retenues, il manque du monde ou il y en a assez (écart indicatif à trois ans : {$gap}).
unfed-no-hires = aucun projet de recrutement déclaré sur le territoire pour les métiers visés
unfed-surplus = plus de monde que de postes pour {$codes}
supply-verdict = Formation
supply-need-3y = Besoin, 3 ans
supply-entrants-1y = Entrants par an
supply-gap-3y = Écart indicatif, 3 ans
supply-offers = Offres
supply-linking = {$file} : {$rows} { FORM($rows, "offre", "offres") }, liées par décision {$decided}, par leur code {$code}, par leur certification {$card}, à confirmer {$proposed}, non liées {$none}
supply-unfed = Offre à portée qui n’alimente aucun besoin :
supply-to-confirm = {$count} à confirmer
supply-unknown = inconnu
supply-above-nought = plus de 0
supply-at-least = au moins {$count}
supply-at-most = au plus {$count}
supply-needs = Postes qui demandent des formés
supply-horizon = {$horizon} : besoin {$need}, écart indicatif {$gap} ({$sign}), couverture {$coverage}
supply-initial = Entrants par an, formation initiale
supply-continuing = Entrants par an, formation continue
supply-pool = Vivier utilisable
supply-missing = Ce qui manque :
supply-offers-linked = Offres liées :
supply-offers-proposed = Offres à confirmer, qui ne comptent pas :
supply-minutes = {$count} min
supply-kilometres = {$count} km
supply-places = {$count} { FORM($count, "place", "places") }
supply-came = {$count} { FORM($count, "entré", "entrés") }
supply-hours = {$count} h
supply-price = {$count} €
supply-no-places = places non dites
error-within = distance illisible : « {$text} » ; écrivez 30km ou 45min
error-occupation-here = le métier {$code} n’a pas de ligne ici dans l’enquête BMO {$year}
links-none-chosen = Choisir une ligne pour confirmer ou refuser son lien avec le métier.
links-chosen = {$title} → {$label} ({$kind})
links-right = Lien juste (Entrée)
links-wrong = Lien faux (Suppr)
links-forget = Oublier la décision
supply-quiet =
    { $count ->
     [one] 1 métier sans tension signalée n’est pas dans cette liste.
    *[other] {$shown} métiers sans tension signalée ne sont pas dans cette liste.
    }

## Programmes candidats et meilleur usage d’un budget

edit-planning = programmes
plan-euros = {$sum} €
plan-name = {$occupation} : {$format}, {$audience}
proposal-format-certifying = formation certifiante
proposal-format-short-adaptation = adaptation courte à l’emploi
proposal-format-short-access = parcours court d’accès au métier
proposal-from-offers = { $count ->
    [one] une offre
   *[other] {$count} offres
}
proposal-from-catalogue = { $count ->
    [one] prix horaire d’une offre d’un autre métier
   *[other] prix horaire de {$count} offres, tous métiers
}
proposal-from-method = choix de l’outil, à remplacer par ce que vous savez
proposal-from-user = saisi
plan-interval = {$low} à {$high}
plan-known = {$value} ({$from})
plan-known-between = {$value} ({$bounds}) ; {$from}
plan-cost-unknown = coût inconnu : aucune offre de formation continue ne le dit ; à supposer (par heure ou par place), ou à saisir
plan-hours-unknown = durée inconnue
plan-hours = {$hours} h
plan-need-gap = l’écart indicatif à trois ans, divisé par trois et par la part de ceux qui restent
plan-need-projects = d’après les projets de recrutement de l’année, sans retirer ceux qui se forment déjà ni les demandeurs d’emploi qualifiés : un ordre de grandeur
plan-need-wide = {$bounds} ; {$from}
plan-need-unsure = de {$bounds} : les données ne disent pas combien, demander aux employeurs avant de fixer un nombre ; {$from}
plan-group = {$places} places par session, { $sessions ->
    [one] une session
   *[other] {$sessions} sessions
} au plus
plan-any-funder = tout financeur
risk-need-unconfirmed = le besoin n’est pas sûr : à confirmer par les employeurs
risk-no-provider = aucun organisme de la région ne l’enseigne encore en formation continue
risk-no-device = aucun dispositif de financement connu ne convient
risk-stale-rule = une règle de financement n’a pas été revérifiée depuis un an
risk-small-group = le besoin d’un an ne remplit pas un groupe
risk-cost-unknown = coût inconnu : à demander avant tout choix
risk-cost-assumed = coût supposé, à demander à l’organisme
risk-outcomes-assumed = réussite, accès à l’emploi ou maintien supposés
risk-presumed = tension présumée d’après l’échelon supérieur
risk-leakage = les formés partiront si l’emploi ne change pas
risk-certification-ends = la certification visée s’éteint dans l’année
risk-no-certification = aucune certification en vigueur n’y mène
measure-opened = places ouvertes
measure-entered = entrés en formation
measure-completed = allés au bout
measure-employed-6 = en emploi à six mois, parmi ceux qui sont allés au bout
measure-present-12 = encore dans le métier et sur le territoire à douze mois, parmi les embauchés
supposition-departures = départs à {$percent} % de ce qui est attendu
supposition-posts-opened = { $count ->
    [one] un poste créé
   *[other] {$count} postes créés
} en trois ans : {$name}
supposition-posts-closed = { $count ->
    [one] un poste supprimé
   *[other] {$count} postes supprimés
} en trois ans : {$name}
supposition-places = { $count ->
    [one] une place de plus
   *[other] {$count} places de plus
} par an : {$name}
supposition-lifted = un frein levé partout : {$cause}
supposition-lifted-one = un frein levé : {$cause} ({$name})
supposition-budget = budgets à {$percent} %
plan-none = Aucun programme candidat : la formation n’est le levier d’aucun métier signalé, ou l’offre existe déjà sans être suivie.
plan-no-budget = Sans budget ni limite, rien n’est choisi : voici les programmes candidats. Donnez un budget avec --budget, ou sans argent une limite avec --max-places, --max-occupations ou --floor.
plan-candidates = Programmes candidats
plan-budget-of = {$funder} : {$sum}
plan-budgets = Budget : {$list}
plan-objective = Objectif : {$objective} : {$value}
plan-chosen = Choisis
plan-chosen-none = aucun : voir pourquoi ci-dessous
plan-left = Laissés, et pourquoi
plan-set-aside = écarté à la main
plan-taken = { $places ->
    [one] une place
   *[other] {$places} places
} en { $sessions ->
    [one] une session
   *[other] {$sessions} sessions
}, {$cost} ; {$people} personnes qui restent ({$bounds})
plan-paid = payé par : {$list}
plan-line-need = places utiles en un an : {$text}
plan-line-group = groupe : {$text}
plan-line-hours = durée : {$text}
plan-line-cost = coût d’une place : {$text}
plan-line-stays = sur cent entrants, restent dans le métier et sur le territoire : {$text}
plan-line-provider = organisme le plus proche qui l’enseigne : {$text}
plan-line-devices = dispositifs à vérifier : {$text}
plan-line-risks = risques : {$text}
plan-commitment = engagement des employeurs obligatoire : sans lui, ne pas ouvrir
plan-not-training = Métiers signalés sans ligne de formation
plan-reading = Un plan est une proposition à discuter : les financements sont à confirmer, les gains sont des intervalles et non des prévisions.
error-budget-twice = deux budgets pour un même financeur ({ $funder }) : donnez-en un seul, leur somme
error-budget = « {$found} » n’est pas un budget : une somme en euros, ou « financeur=somme »
error-objective = « {$found} » n’est pas un objectif ({$known})
error-floor = « {$found} » n’est pas un plancher : « public=places » ou « naf:Q=places » (section de la NAF, de A à U), publics : {$known}
plan-scenario = Scénario « {$name} »
plan-scenario-objective = Personnes qui restent : {$before} sans lui, {$after} avec lui
plan-scenario-moved = {$name} : {$before} { FORM($before, "place", "places") }, puis {$after}
plan-scenario-gone = n’est plus candidat : {$name}
plan-scenario-come = devient candidat : {$name}
plan-nothing = rien
error-scenario = « {$found} » n’est pas un scénario du projet ({$known})
table-stated = Causes citées par métier
table-stated-sectors = Causes citées par secteur
table-stated-about = Pourquoi les employeurs ont du mal à recruter, d’après eux : part des établissements qui citent chaque cause, parmi ceux qui déclarent des difficultés et en donnent au moins une. Plusieurs réponses : les parts dépassent 100 % ensemble. Intervalle à 95 %, hors biais de non-réponse. Ces causes sont montrées à côté des classes nationales, jamais à leur place.
stated-weighted = Parts redressées sur les poids de l’enquête, les parts des seuls répondants à côté.
stated-unweighted = Sans poids : ces parts sont celles des répondants et ne valent que pour eux.
stated-none = Des difficultés, aucune cause donnée
stated-cause-shortage = trop peu de candidats
stated-cause-skills = profil, compétences
stated-cause-conditions = conditions, horaires
stated-cause-pay = salaire
stated-cause-mobility = mobilité, logement
stated-cause-image = image du métier
stated-cause-competition = concurrence
stated-cause-season = saisonnalité
stated-cause-other = autre cause
column-stated-cause = Cause citée
column-stated-share = Part des établissements
column-stated-answers = Établissements qui citent une cause
column-stated-base = Établissements en difficulté

## Fenêtre : programmes, budget, scénarios

planned-as-candidates = Programmes candidats
planned-as-budget = Budget et choix
planned-as-scenarios = Scénarios
planned-as-levers = Autres leviers
planned-as-unfed = Offre à arrêter
planned-as-flagged = Tous les métiers signalés
planned-choosing = calcul du meilleur choix…
planned-stop = Arrêter le calcul
planned-stopped = calcul arrêté : ce qui est montré est le dernier choix terminé
planned-again = Reprendre le calcul
planned-failed = Le calcul des programmes a échoué sur ces fichiers. Le reste de l’application n’est pas touché.
planned-all = tous
planned-choose = choisir…
planned-chosen-only = seulement les retenus
planned-forget-all = Revenir partout au calcul
planned-no-budget = Sans budget ni limite, rien n’est choisi. Donnez-en dans « Budget et choix ».
planned-ask-budget = Donnez un budget, ou une limite (places en tout, métiers, public, date) : le meilleur choix est cherché aussitôt, et refait à chaque changement.
planned-is-chosen = Retenu : {$text}
planned-is-left = Laissé : {$text}
planned-set-aside = écarter ce programme, quel que soit le budget
planned-terms = Conditions
planned-terms-about = Ce qui est calculé dit d’où il vient ; ce que vous saisissez le remplace, et le calcul reste montré à côté.
planned-term-least-group = Places par session, au moins
planned-term-most-group = Places par session, au plus
planned-term-sessions = Sessions par an, au plus
planned-term-hours = Heures par personne
planned-term-place-cost = Coût d’une place (€)
planned-term-session-cost = Coût fixe d’une session (€)
planned-term-lead = Délai avant le premier jour (semaines)
planned-term-needed-by = Doit avoir commencé le
planned-term-stays = Sur 100 entrants, travaillent et restent
planned-term-provider = Organisme
planned-computed = calculé : {$text}
planned-back = Revenir au calcul ({$name})
planned-unread = « {$found} » ne se lit pas ici
planned-unread-of = « {$found} » ne se lit pas ({$name})
planned-places = {$count} { FORM($count, "place", "places") }
planned-weeks = {$count} { FORM($count, "semaine", "semaines") }
planned-sessions-from-need = {$count} (d’après le besoin et la taille du groupe)
planned-session-cost-none = 0 € : tout est compté dans le coût d’une place
planned-no-date = aucune date limite
planned-no-provider = à trouver : aucune offre liée dans la région
planned-provider-nearest = {$name} (offre liée la plus proche)
planned-note = Note
planned-one-session = Une session
planned-session-of = {$places} { FORM($places, "place", "places") } : {$sum}
planned-could-start = Début possible
planned-certifications = Certifications visées
planned-certification-until = {$text}, enregistrée jusqu’au {$date}
planned-providers = Organismes candidats
planned-refused = Dispositifs écartés, et pourquoi ({$count})
planned-commitments = Engagement des employeurs et pilotage
planned-commitment-free = Aucun engagement n’est exigé par le diagnostic ; une promesse d’embauche ouvre des financements.
planned-also = Autres publics possibles
planned-achievement = Indicateurs de réalisation
planned-result = Indicateurs de résultat
planned-no-risk = aucun risque repéré dans les fichiers
planned-budgets = Budgets
planned-budgets-none = Aucun budget : seules des limites (places, métiers, public, date) peuvent choisir.
planned-budget-of = Budget, {$name} (€)
planned-budget-remove = Retirer ({$name})
planned-funder = Financeur
planned-known-funders = connus…
planned-sum = Somme (€)
planned-budget-add = Ajouter ce budget
planned-limits = Objectif et limites
planned-objective = Ce qui est à rendre le plus grand
planned-most-occupations = Métiers, au plus
planned-latest-start = Début au plus tard le
planned-limits-empty = vide : sans limite
planned-floors = Places réservées à un public ou à un secteur, au moins
planned-floor-for = Public ou secteur
planned-floor-add = Réserver
planned-floor-remove = Retirer ({$name})
planned-capacities = Places par organisme, au plus
planned-spent = { $places ->
    [one] Une place, dépensé : {$list}
   *[other] {$places} places, dépensé : {$list}
}
planned-levers-none = Chaque métier signalé a au moins un programme candidat.
planned-unfed-none = Aucune offre à portée n’est sans besoin, ou rien ne permet de le dire.
scenarios-about = Un scénario suppose que le monde change. Tout est recalculé à côté de ce qui est sans lui ; rien d’autre n’est modifié.
scenarios-name = Nom du scénario
scenarios-add = Créer le scénario
scenarios-taken = ce nom est pris
scenarios-rename = Nom
scenarios-remove = Supprimer « {$name} »
scenarios-empty = Ne suppose rien encore.
scenarios-without = Retirer : {$text}
scenarios-suppose = Supposer
scenarios-kind = Ce qui change
scenarios-kind-departures = départs, en plus ou en moins
scenarios-kind-posts = postes ouverts ou fermés
scenarios-kind-places = places de formation en plus
scenarios-kind-lifted = frein levé
scenarios-kind-budget = budgets
scenarios-kind-total = ensemble
scenarios-number-departures = De combien (%, −20 pour moins)
scenarios-number-posts = Postes en trois ans (−30 s’ils ferment)
scenarios-number-places = Places de plus par an
scenarios-number-budget = À quel niveau (50 % : la moitié)
scenarios-cause = Frein
scenarios-everywhere = partout
scenarios-suppose-add = Ajouter au scénario
scenarios-incomplete = il manque un métier, ou un nombre lisible
scenarios-baseline = Sans scénario
scenarios-first = Comparer
scenarios-second = et
scenarios-no-one = aucun
scenarios-none = Créez un scénario, ou choisissez-en un à comparer.
scenarios-counts = places changées pour {$moved} { FORM($moved, "programme", "programmes") }, {$gone} { FORM($gone, "n’est plus candidat", "ne sont plus candidats") }, {$come} { FORM($come, "le devient", "le deviennent") }
scenarios-same = égal
scenarios-what = Ce qui est comparé
scenarios-of = Nature
scenarios-total-objective = Objectif atteint
scenarios-total-spent = Dépensé (€)
scenarios-total-places = Places retenues
scenarios-total-occupations = Métiers retenus
scenarios-total-candidates = Programmes candidats
scenarios-total-training = Métiers dont le verdict demande une formation
training-as-offers = Offres et liens
training-as-links = Liens d’un métier
training-as-balances = Besoin, entrants, écart
training-as-body = Catalogue d’un organisme
training-as-company = Effectif d’une entreprise
body-about = Ce qu’un catalogue couvre, ne couvre pas ou couvre trop sur le territoire choisi en haut. Pour un autre bassin à portée, changez de territoire.
body-add = Ajouter un catalogue…
body-sheet = Faire la fiche d’écart
body-as-positions = Métiers
body-as-unfed = Offres sans besoin connu
body-no-position = Aucun métier du territoire ne concerne ce catalogue.
body-no-unfed = Aucune offre reliée de ce catalogue n’est sans besoin connu.
body-stance = {$stance} : {$count}
company-window = Les métiers d’une entreprise face au territoire choisi en haut : qui part et quand, ce qu’elle recrute, ce qui manque aussi au territoire, ce qui peut se préparer avec d’autres.
company-kit = Faire le kit de l’entreprise
employed-choose = Choisir l’effectif d’une entreprise…
employed-forget = Oublier ce fichier
employed-about = Un tableau d’une ligne par métier : « metier_entreprise », « effectif », les âges (« age_moins_30 », « age_30_49 », « age_50_54 », « age_55_59 », « age_60_plus »), « embauches_prevues_12m », et si possible « code_rome » ou « code_fap » et « version_fap » (docs/layouts.md). Le fichier n’est ni gardé ni noté dans le projet, et n’entre dans aucun résultat du territoire.
employed-read = {$file} : {$kept} { FORM($count, "métier lu", "métiers lus") }, {$refused} { FORM($none, "ligne refusée", "lignes refusées") }.
employed-issues = {$count} { FORM($count, "remarque", "remarques") } sur ce fichier
balances-flagged-only = seulement les métiers signalés
balances-flows = Ce qui entre
balances-missing = Ce qui manque pour le dire mieux
balances-horizon = Horizon
balances-need = Besoin
balances-gap = Écart indicatif
balances-sign = Signe
balances-entrants = Entrants
balances-pool = Vivier
balances-drawn = Sur trois ans, en personnes ; une flèche : borne inconnue.
balances-covered = {$sign}, couvert à {$share}
balances-rules = L’écart à trois ans selon la règle de partage
table-candidates = Programmes candidats
table-candidates-about = Un programme par métier, format et public. Choisissez une ligne pour voir d’où vient chaque chiffre et le changer.
table-choice = Choix
table-choice-about = Ce qui est retenu sous les budgets et les limites, puis ce qui est laissé et pourquoi.
table-levers = Autres leviers
table-levers-about = Métiers signalés sans ligne de formation : ce qui agit d’abord est écrit.
table-unfed = Offre à arrêter
table-unfed-about = Offre à portée qui n’alimente aucun besoin ici. À vérifier avant d’arrêter quoi que ce soit : une offre peut servir un autre bassin, et un métier dont l’écart est indéterminé garde toute la sienne.
table-balances = Besoin, entrants, écart
table-balances-about = Écart indicatif, jamais une prévision : besoin moins entrants et vivier, sur trois ans, avec son intervalle à 80 %. « Indéterminé » là où le signe change selon les règles de partage ou dans l’intervalle.
column-audience = Public
column-chosen-places = Places retenues
column-verdict = Que faire
column-year-need = Besoin d’un an (places)
column-place-cost = Coût d’une place
column-stays = Travaillent et restent
column-risks = Risques
column-decision = Choix
column-sessions = Sessions
column-cost = Coût
column-people = Personnes qui restent
column-survival = Retenu si l’on retire au sort
column-why = Pourquoi
column-need-3y = Besoin, 3 ans
column-entrants-1y = Entrants par an
column-pool = Vivier utilisable
column-gap-3y = Écart indicatif, 3 ans
column-gap-sign = Signe de l’écart
column-gap-coverage = Couverture
column-need-basis = Sur quoi repose le besoin
column-offers-rings = Offres par distance
decision-chosen = retenu
decision-conditional = retenu sous condition
decision-left = laissé
decision-unpriced = coût inconnu
decision-set-aside = écarté
# Formations qui ont réussi, à dupliquer
kind-proven-programmes = Formations qui ont réussi
kind-company-headcount = Effectif d’une entreprise
rule-more-than-before = plus de personnes à une étape qu’à la précédente (entrés, terminés, en emploi, présents)
rule-nobody-entered = personne n’est entré
rule-ages-exceed-headcount = plus de salariés par âge que l’effectif
rule-departures-shrink = moins de départs en trente-six mois qu’en douze
parameter-comparable-domain = Proximité d’une expérience d’un autre métier du même domaine ROME
parameter-comparable-weight-level = Poids du niveau dans la comparabilité d’une expérience
parameter-comparable-weight-audience = Poids du public dans la comparabilité d’une expérience
parameter-comparable-weight-group = Poids de la taille du groupe dans la comparabilité d’une expérience
parameter-comparable-weight-place = Poids du lieu dans la comparabilité d’une expérience
parameter-comparable-weight-age = Poids de l’ancienneté dans la comparabilité d’une expérience
parameter-comparable-levels = Écart de niveaux à partir duquel le niveau n’a plus rien de commun
parameter-comparable-years = Années à partir desquelles une expérience est trop ancienne
parameter-comparable-audience = Proximité de deux publics de demandeurs d’emploi
parameter-comparable-department = Proximité d’un lieu à portée ou du département
parameter-comparable-region = Proximité d’un lieu de la région
parameter-comparable-elsewhere = Proximité d’un lieu hors de la région
parameter-comparable-minimum = Comparabilité à partir de laquelle coût et réussite sont repris
parameter-proven-minimum = Comparabilité à partir de laquelle un programme qui a réussi est à dupliquer
parameter-proven-outcome = Part des entrants en emploi à six mois à partir de laquelle un programme a réussi
parameter-leaving-rate-under-50 = Départs de fin de carrière avant 50 ans, part par an
parameter-leaving-rate-50 = Départs de fin de carrière de 50 à 54 ans, part par an
parameter-leaving-rate-55 = Départs de fin de carrière de 55 à 59 ans, part par an
parameter-leaving-rate-60 = Départs de fin de carrière à 60 ans et plus, part par an
proposal-from-library = { $count ->
    [one] une formation comparable de votre bibliothèque
   *[other] {$count} formations comparables de votre bibliothèque
}
plan-line-precedent = expérience de référence : {$text}
plan-precedent = {$title} ({$year}) : {$entered} { FORM($entered, "entré", "entrés") }, {$completed} { FORM($completed, "allé au bout", "allés au bout") }, {$employed} en emploi à six mois, {$present} { FORM($present, "présent", "présents") } à douze mois ({$worked}) ; proche à {$score} de ce qui est proposé ici, {$kinship} ({$why})
plan-precedent-unknown = non dit
plan-precedent-worked = a réussi
plan-precedent-not = réussite non établie
kinship-same = même métier
kinship-domain = métier du même domaine ROME
criterion-level = niveau
criterion-audience = public
criterion-group = groupe
criterion-place = lieu
criterion-age = ancienneté

# Le catalogue d’un organisme de formation
error-not-a-catalogue = aucune offre de formation dans {$path}
error-not-a-headcount = aucun effectif d’entreprise dans {$path} ; colonnes attendues : metier_entreprise, effectif, age_60_plus et embauches_prevues_12m au moins (docs/layouts.md)
stance-uncovered-title = Non couverts : il manque du monde, et rien de votre catalogue n’y mène à portée
stance-covered-title = Couverts en partie : il manque du monde malgré votre offre
stance-undetermined-title = Indéterminés : l’écart indicatif change de signe ou n’est pas connu
stance-saturated-title = Saturés : toutes les offres réunies forment plus de monde qu’il n’y a de postes
move-open = à ouvrir
move-extend = à étendre : davantage de places dans votre offre
move-join = d’autres organismes le font déjà à portée : à convenir avec eux avant d’ouvrir
move-adapt = à adapter : un module court, un bloc ou un autre public
move-duplicate = à dupliquer sur un programme qui a réussi
move-pool = à mutualiser avec un bassin voisin
move-distance = à distance ou en situation de travail
catalogue-counts = métiers non couverts {$uncovered} · couverts en partie {$covered} · indéterminés {$undetermined} · saturés {$saturated} · hors formation {$other-lever}
catalogue-offers = offres à portée : {$own} de votre catalogue, {$others} d’autres ; {$beyond} de votre catalogue plus loin ou à distance
catalogue-figures = à trois ans, besoin {$need} ; écart indicatif {$gap}, votre catalogue seul {$alone} ; par an, {$entrants} { FORM($entrants, "entrant", "entrants") } de votre catalogue, taux de couverture du besoin : {$coverage}
catalogue-verdict = {$verdict} : {$why}
catalogue-unfed = De votre catalogue, ne répond à aucun besoin à portée
catalogue-unfed-line = {$title} : {$why}
catalogue-reading = Un écart indicatif n’est pas une prévision ; rien n’est à ouvrir là où la formation n’est pas le levier, ni tant que les employeurs n’ont pas confirmé le besoin.

# L’effectif d’une entreprise
note-company-apart = { $count ->
    [one] Un effectif d’entreprise est chargé : il n’entre dans aucun résultat ni document de territoire.
   *[other] {$count} effectifs d’entreprise sont chargés : ils n’entrent dans aucun résultat ni document de territoire.
}
company-private = Ces chiffres sont ceux de l’entreprise : rien n’en est écrit ni gardé, et aucun résultat de territoire n’en est fait.
company-headcount = effectif : {$count}
company-departures = départs attendus : {$one} en un an, {$three} en trois ans, {$five} en cinq ans ({$by})
company-known = départs déjà connus : {$soon} en douze mois, {$later} en trente-six mois
company-hires = embauches prévues en douze mois : {$count}
company-without-occupation = métier non reconnu : ajoutez un code ROME ou FAP
company-no-project = {$code} : aucun projet de recrutement de ce métier sur le territoire
company-occupation = métier : {$code} {$label}
company-occupation-by-title = métier : {$code} {$label} (d’après son intitulé, à vérifier)
company-basin = {$hard} ; classe de pression {$class}, classe officielle {$official}, {$status} ; cause : {$cause} ; levier : {$lever}
company-hard = difficile à recruter sur le territoire aussi
company-not-hard = pas de difficulté signalée sur le territoire
company-verdict = {$verdict} : {$why}
company-no-offer = aucune offre de formation à portée
company-offer = formation à portée : {$title} — {$provider} ({$ring})
company-pool-list = À mutualiser avec d’autres employeurs : {$list}
company-pool-none = Rien à mutualiser : la raison est dite en face de chaque métier.
company-reading = Un départ attendu est une moyenne avec son intervalle à 80 %, jamais moins que les départs déjà connus. Le bassin est lu dans les fichiers publics seuls : aucune réponse d’un autre employeur n’est ici.
departures-by-ages = d’après les âges
departures-by-rate = au taux moyen, faute d’âges
departures-by-nothing = effectif inconnu
parameter-group-maximum = places d’une session, au plus
parameter-adaptation-hours-low = heures d’une adaptation courte, au moins
parameter-adaptation-hours = heures d’une adaptation courte
parameter-adaptation-hours-high = heures d’une adaptation courte, au plus
parameter-access-hours-low = heures d’un parcours court d’accès, au moins
parameter-access-hours = heures d’un parcours court d’accès
parameter-access-hours-high = heures d’un parcours court d’accès, au plus
parameter-completion-low = part des entrants qui vont au bout, au moins
parameter-completion-high = part des entrants qui vont au bout, au plus
parameter-access-to-work-low = part des sortants en emploi à six mois, au moins
parameter-access-to-work-high = part des sortants en emploi à six mois, au plus
parameter-mixed-stay-low = part des formés qui restent quand l’emploi est en cause, au moins
parameter-mixed-stay-high = part des formés qui restent quand l’emploi est en cause, au plus
parameter-lead-weeks-certifying = semaines avant une formation certifiante
parameter-lead-weeks-adaptation = semaines avant une adaptation courte
parameter-lead-weeks-access = semaines avant un parcours court d’accès

## Documents à lire : note, fiches, programmes, bulletin
edit-papers = documents
paper-kind-note = note de diagnostic
paper-kind-occupation = fiche métier
paper-kind-sector = fiche secteur
paper-kind-programmes = liste des programmes
paper-kind-body = fiche d’écart d’un organisme
paper-kind-company = kit d’une entreprise
paper-kind-respondent = retour à un répondant
paper-kind-bulletin = bulletin
paper-kind-method = annexe de méthode
paper-note-title = Métiers en tension et formation : {$subject}
paper-occupation-title = {$subject}
paper-sector-title = Fiche secteur : {$subject}
paper-programmes-title = Programmes de formation continue proposés : {$subject}
paper-body-title = Besoins du territoire et catalogue : {$subject}
paper-company-title = Vos métiers et le bassin : {$subject}
paper-respondent-title = Votre réponse à l’enquête : {$subject}
paper-bulletin-title = Bulletin des métiers en tension : {$subject}
paper-method-title = Méthode et sources : {$subject}
paper-subtitle = Enquête BMO {$year} · territoire {$code}
paper-subtitle-place = {$territory} · enquête BMO {$year}
paper-subtitle-occupation = {$place} · métier {$code} (FAP {$edition})
paper-heading-introduction = Introduction
paper-heading-conclusions = Conclusions
paper-heading-essentials = L’essentiel
paper-heading-limits = Ce qui ne peut pas être dit
paper-heading-sources = Sources
paper-heading-note-context = De quoi parle cette note
paper-heading-note-loaded = Sources
paper-heading-note-list = Les métiers signalés
paper-heading-note-map = Le territoire parmi ses voisins
paper-heading-note-causes = Pourquoi
paper-heading-note-levers = Ce qui ne relève pas d’abord de la formation
paper-heading-note-training = Ce que la formation peut faire
paper-heading-note-comparison = Face aux autres territoires
paper-heading-note-evolution = Ce qui a changé
paper-heading-note-survey = Ce que disent les employeurs d’ici
paper-heading-note-method = La méthode en une page
paper-heading-occupation-portrait = Ce que disent les chiffres
paper-heading-occupation-causes = Pourquoi
paper-heading-occupation-supply = Se former à ce métier
paper-heading-occupation-limits = Limites
paper-heading-sector-occupations = Les métiers du secteur
paper-heading-sector-survey = Ce que disent les employeurs du secteur
paper-heading-sector-causes = Les causes qu’ils citent
paper-sector-causes-none = Aucune des causes proposées n’est citée par les employeurs du secteur dont la réponse peut être montrée.
paper-heading-programmes-summary = Synthèse
paper-heading-programmes-levers = Métiers pour lesquels un autre levier vient d’abord
paper-heading-programmes-unfed = Offre à réexaminer avant d’en financer davantage
paper-programmes-pages = Un programme par page
paper-programmes-others = Les autres programmes candidats
paper-heading-body-uncovered = Il manque du monde, et votre catalogue n’y mène pas
paper-heading-body-covered = Il manque du monde, malgré votre offre
paper-heading-body-undetermined = Rien ne permet de conclure
paper-heading-body-saturated = L’offre réunie forme plus de monde qu’il n’y a de postes
paper-heading-body-unfed = Vos offres qui ne répondent à aucun besoin d’ici
paper-heading-company-summary = Vos métiers en un tableau
paper-heading-company-occupations = Métier par métier
paper-heading-company-pool = À préparer avec d’autres
paper-heading-respondent-position = Vous et les autres répondants
paper-heading-bulletin-moves = Entrées et sorties
paper-heading-bulletin-trends = Tendances par famille de métiers
paper-heading-bulletin-list = La liste aujourd’hui
paper-heading-method-indicators = Indicateurs
paper-heading-method-parameters = Réglages
paper-heading-method-devices = Dispositifs de financement
paper-heading-method-lists = Nomenclatures
paper-heading-method-reading = Comment les chiffres sont faits
paper-method-indicators = Ce que chaque chiffre veut dire
paper-method-parameters = Valeurs retenues, avec leur source
paper-method-devices = Dispositifs lus pour les programmes
paper-method-lists = Nomenclatures incluses
paper-lead =
    { $count ->
     [0] {$territory}, {$year} : aucun des {$of} métiers observés n’est signalé en tension par les données du territoire.
     [one] {$territory}, {$year} : {$evidence} métier sur {$of} est signalé en tension par les données du territoire.
    *[other] {$territory}, {$year} : {$evidence} métiers sur {$of} sont signalés en tension par les données du territoire.
    }
paper-lead-presumed =
    { $count ->
     [0] Aucun autre n’est présumé en tension d’après le département, la région ou la France.
     [one] {$shown} de plus est présumé l’être d’après le département, la région ou la France : à confirmer sur place.
    *[other] {$shown} de plus sont présumés l’être d’après le département, la région ou la France : à confirmer sur place.
    }
paper-lead-first = Les plus sûrs et les plus demandés : {$list}.
paper-lead-training =
    { $count ->
     [0] La formation n’est le levier d’aucun métier signalé.
     [one] La formation est un levier pour {$shown} métier signalé.
    *[other] La formation est un levier pour {$shown} métiers signalés.
    }
paper-lead-another =
    { $count ->
     [0] Pour aucun, un autre levier ne vient d’abord.
     [one] Pour {$shown} autre, la formation n’est pas le premier levier.
    *[other] Pour {$shown} autres, la formation n’est pas le premier levier.
    }
paper-lead-undetermined =
    { $count ->
     [0] Pour tous, les causes publiées suffisent à nommer un levier.
     [one] Pour {$shown} métier, les causes publiées ne suffisent pas : interroger les employeurs avant d’agir.
    *[other] Pour {$shown} métiers, les causes publiées ne suffisent pas : interroger les employeurs avant d’agir.
    }
paper-fact-projects = projets de recrutement
paper-fact-survey = enquête BMO {$year}
paper-fact-projects-bounds = somme de ce qui est publié, sans les cellules masquées ; de {$low} à {$high} avec elles ; {$survey}
paper-fact-share = jugés difficiles par les employeurs
paper-fact-share-beneath = département : {$department} ; France : {$france}
paper-fact-flagged = métiers signalés
paper-fact-flagged-beneath = {$evidence} par les données d’ici, {$presumed} d’après le département, la région ou la France
paper-fact-training = métiers où la formation est un levier
paper-fact-training-beneath = un autre levier vient d’abord pour {$another}
paper-fact-posterior = part difficile, lissée
paper-fact-interval = de {$low} à {$high}, intervalle à 80 %
paper-fact-rank = rang des métiers d’ici
paper-fact-rank-beneath = sur {$of} ; de {$low} à {$high}
paper-fact-class = classe de pression, sur 5
paper-fact-class-beneath = confiance {$grade} ; classe officielle : {$official}
paper-context = Cette note porte sur {$territory} ({$code}). Elle lit l’enquête Besoins en main-d’œuvre (BMO) de France Travail pour {$year} et les autres fichiers listés à la fin, à la date du {$date}. Chaque chiffre porte un nom court en gris : il permet de retrouver le fichier, les lignes et le calcul dont il vient.
paper-context-exact = Le territoire (nombre de communes : {$communes}) est exactement ce que l’enquête compte : {$list}.
paper-context-partial = L’enquête compte par bassin d’emploi : le territoire (nombre de communes : {$communes}) est lu aux bassins qui contiennent ses communes, chacun compté en entier : {$list}. Communes de ces bassins qui en font partie : {$inside} sur {$of}.
paper-loaded-caption = Fichiers chargés
paper-loaded-note = Chaque ligne d’un fichier est gardée, refusée avec sa raison, ou vide : aucune n’est perdue en silence. L’empreinte de chaque fichier est dans l’annexe « Méthode et sources » et dans le classeur.
paper-sources-intro = L’empreinte SHA-256 dit si un fichier est bien celui qui a été lu.
paper-list-caption = Métiers signalés, les plus sûrs et les plus demandés d’abord
paper-list-none = Aucun métier n’est signalé sur ce territoire.
paper-list-whole =
    { $count ->
     [one] {$shown} métier est signalé.
    *[other] {$shown} métiers sont signalés.
    }
paper-list-part =
    { $count ->
     [one] {$shown} métier est signalé.
    *[other] {$shown} métiers sont signalés ; voici les premiers, la liste entière est dans le classeur.
    }
paper-list-note = Projets : somme publiée, et bornes des cellules masquées. Part difficile : part des projets que les employeurs jugent difficiles, « lissée », c’est-à-dire rapprochée de celle du département, de la région et de la France quand les réponses sont rares. Probabilité : chance qu’elle dépasse le seuil de signalement. Entre parenthèses, intervalle à 80 %, hors biais de non-réponse. Confiance A ou B : données du territoire ; C : présumé d’après le département, la région ou la France. Source : enquête BMO {$year}.
paper-column-projects = Projets
paper-column-share = Part difficile, lissée
paper-column-probability = Probabilité
paper-column-rank = Rang
paper-column-stated = Part (n : établissements qui citent une cause)
paper-column-grade = Confiance
paper-column-year-before = Année d’avant
paper-column-before = Avant
paper-column-now = Maintenant
paper-column-here = Ici, lissée
paper-column-published = Ici, publiée
paper-column-value = Valeur
paper-column-status = État
paper-column-item = Rubrique
paper-column-content = Ce qui est proposé
paper-causes-intro = Un même signe, des candidats rares, peut venir de causes différentes ; le levier dépend de la cause. Métiers signalés, par diagnostic :
paper-causes-line = {$shown} : {$words}
paper-causes-words = « Attractivité et qualité d’emploi » : des personnes sont formées, mais peu viennent ou restent dans le métier ; en former d’autres n’y suffit pas. « Vivier réduit » : le métier est accessible, les candidats manquent.
paper-causes-caption = Causes publiées des métiers signalés
paper-causes-note = Classes de 1 à 5 ; 5 aggrave la tension. Publiées par la Dares, sauf à l’échelon « bassin » où elles sont de France Travail (par ROME, 2021), dont la méthode n’est pas publiée. Seules les causes de classe 4 ou 5 sont nommées. L’échelon est celui où la cause est publiée.
paper-levers-title = La formation n’est pas le premier levier
paper-levers-first =
    { $count ->
     [one] Pour {$shown} métier signalé, former davantage ne suffira pas : les formés n’iront pas, ou ne resteront pas, tant que la cause demeure.
    *[other] Pour {$shown} métiers signalés, former davantage ne suffira pas : les formés n’iront pas, ou ne resteront pas, tant que la cause demeure.
    }
paper-levers-caption = Métiers signalés sans ligne de formation : le levier et qui pourrait le porter
paper-levers-note = Le levier vient des causes publiées ; le pilote est une suggestion, à convenir entre partenaires.
paper-training-caption = Les premiers programmes possibles
paper-training-note = Places : un ordre de grandeur entre deux bornes, jamais une prévision ; des projets de recrutement ne sont pas des besoins de formation. Deux bornes éloignées disent que les données ne permettent pas de choisir un nombre : interroger les employeurs d’abord.
paper-training-intro =
    { $count ->
     [one] {$shown} programme est possible ; la liste des programmes en dit plus.
    *[other] {$shown} programmes sont possibles ; la liste des programmes les réunit, avec une page pour chacun de ceux qui sont retenus.
    }
paper-training-asked = Le besoin de tous reste indéterminé. Il faut interroger les employeurs avant d’ouvrir des places, en premier lieu sur ces métiers, dans l’ordre de la liste : {$list}.
paper-comparison-caption = Part des projets jugés difficiles, tous métiers
paper-occupation-comparison = Part des projets jugés difficiles, ici et ailleurs
paper-comparison-note = Parts publiées, entre les bornes que laissent les cellules masquées. Un territoire plus grand contient ceux qu’il entoure.
paper-specific-caption = Métiers plus présents ici que dans les repères choisis
paper-specific-note = Quotient : part du métier dans les projets d’ici sur sa part dans le repère ; au-dessus de un, il pèse plus ici. Seuls sont listés ceux dont tout l’intervalle est au-dessus.
paper-evolution-one-year = Une seule année est chargée, ou les années chargées ne se comparent pas : rien n’est dit d’une évolution. Ce n’est pas une stabilité.
paper-evolution-break-title = Rupture de nomenclature
paper-evolution-note = Parts difficiles lissées, c’est-à-dire rapprochées de celles du département, de la région et de la France quand les réponses sont rares ; intervalle à 80 %. « Non concluant » : rien ne permet de dire s’il y a changement ; ce n’est pas « stable ».
paper-moves-years = Entre {$before} et {$after}, liste des métiers signalés par les données du territoire :
paper-moves-kept =
    { $count ->
     [0] aucun n’y reste,
     [one] {$shown} y reste,
    *[other] {$shown} y restent,
    }
paper-moves-entry =
    { $count ->
     [0] aucun n’y entre,
     [one] {$shown} y entre,
    *[other] {$shown} y entrent,
    }
paper-moves-exit =
    { $count ->
     [0] aucun n’en sort ;
     [one] {$shown} en sort ;
    *[other] {$shown} en sortent ;
    }
paper-moves-unsure =
    { $count ->
     [0] pour aucun, les données ne laissent de doute.
     [one] pour {$shown}, une des deux années est trop mince ou masquée pour le dire.
    *[other] pour {$shown}, une des deux années est trop mince ou masquée pour le dire.
    }
paper-moves-entry-caption = Métiers qui entrent dans la liste
paper-moves-exit-caption = Métiers qui en sortent
paper-trends-caption = Familles de métiers, d’une année à l’autre
paper-trends-break = La nomenclature des métiers a changé entre les deux années : les familles traversent ce changement, les métiers non.
paper-survey-answered = Enquête locale : établissements interrogés, {$asked} ; qui ont répondu, {$answered} (taux de réponse {$rate}).
paper-survey-hidden =
    { $count ->
     [0] Aucun chiffre n’est caché.
     [one] Dans l’ensemble des tableaux, {$shown} chiffre est caché pour qu’aucune réponse ne soit reconnue ; la raison est dite à sa place.
    *[other] Dans l’ensemble des tableaux, {$shown} chiffres sont cachés pour qu’aucune réponse ne soit reconnue ; la raison est dite à la place de chacun.
    }
paper-survey-limit = Secret statistique
paper-survey-caption = Ce que déclarent les employeurs, tous métiers
paper-survey-note = Estimations redressées, intervalle à 95 %, hors biais de non-réponse. Réponses : nombre d’établissements derrière le chiffre.
paper-survey-causes-caption = Causes de difficulté qu’ils citent
paper-survey-causes-note = Parts des établissements qui citent au moins une cause ; plusieurs réponses possibles, le total peut dépasser cent pour cent. Entre parenthèses, intervalle à 95 %.
paper-limit-weights = Les poids ne corrigent que la taille et le secteur : si ceux qui recrutent répondent plus volontiers, les chiffres sont trop hauts, et aucun intervalle ne le dit.
paper-limit-unknown-title = Inconnu n’est pas zéro
paper-limit-unknown = Un tiret ou une case vide dit que rien ne permet de répondre, jamais que la réponse est zéro.
paper-limit-masked = Une cellule masquée par le secret statistique élargit l’intervalle : elle ne vaut ni zéro ni un. Une somme publiée laisse ces cellules de côté : elle peut être sous ses propres bornes.
paper-limit-large-masked =
    { $count ->
     [one] Secret statistique : dans {$shown} cellule aux nombreux projets, ceux jugés difficiles sont masqués. Ils peuvent être plus nombreux que ce qu’une cellule masquée cache d’habitude, et l’intervalle être trop étroit.
    *[other] Secret statistique : dans {$shown} cellules aux nombreux projets, ceux jugés difficiles sont masqués. Ils peuvent être plus nombreux que ce qu’une cellule masquée cache d’habitude, et les intervalles être trop étroits.
    }
paper-limit-bias = Les intervalles ne contiennent pas le biais de ceux qui ne répondent pas.
paper-limit-scope = Logement, transport, fiscalité et foncier ne sont pas mesurés ici : ils apparaissent comme des causes que la formation ne soigne pas.
paper-limit-change = Une entrée ou une sortie de la liste peut venir du hasard d’une petite année : le doute est compté à part.
paper-limit-gap = Un écart indicatif n’est pas une prévision : c’est un ordre de grandeur, avec ses bornes.
paper-grade = Confiance
paper-method-survey = L’enquête BMO demande à chaque employeur combien de recrutements il projette, par métier, et combien il juge difficiles. Difficile est une prévision, jamais un emploi non pourvu. Les petites cellules sont masquées : elles entrent comme un intervalle, jamais comme un zéro.
paper-method-shrink = Sur un petit territoire, peu de réponses portent chaque chiffre. La part difficile y est donc rapprochée de celle du département, puis de la région et de la France, d’autant plus que les réponses sont rares : part des projets qui repose sur une réponse, {$share} ; poids du territoire plus grand, {$strength} réponses. L’intervalle à 80 % vient de ce calcul.
paper-method-flag = Un métier est signalé quand la probabilité que sa part dépasse {$cut} atteint {$probability}. La confiance A ou B dit que les données du territoire comptent ; C, que le signalement vient du département, de la région ou de la France seuls.
paper-method-official = La classe officielle et les causes sont celles que publie la Dares, à l’échelon le plus fin où elles existent, ou au bassin France Travail (classes par ROME de 2021, dont la méthode n’est pas publiée) ; elles ne sont ni recalculées ni mélangées à l’enquête.
paper-method-lever = Le levier vient d’une table de décision sur les causes : la formation n’est proposée que là où elles en font un levier. Un salaire, un transport ou des horaires ne donnent jamais une ligne de formation.
paper-method-balance = L’écart indicatif met en regard les postes qui demandent des personnes formées, les formés qui restent et le vivier ; ce que rien ne dit y entre comme un intervalle. Quand son signe dépend des règles choisies, il est dit indéterminé.
paper-method-secrecy = Un chiffre de l’enquête locale n’est montré que si {$least} répondants au moins le portent, si la part d’aucun n’y dépasse {$dominance}, et si rien de ce qui est déjà sorti ne permet d’en retrouver un.
paper-method-names = Le nom court imprimé à côté d’un chiffre désigne une case des tableaux : la commande « bassin trace » en donne le fichier, l’empreinte, les lignes, la formule et les réglages.
paper-occupation-lever-title = Levier et suite à donner
paper-verdict = Côté formation, {$verdict}, car {$why}
paper-supply-rings = Offres de formation liées à ce métier : {$rings}.
paper-supply-unknown = Aucun catalogue n’est chargé : l’offre de formation est inconnue, elle n’est pas nulle.
paper-supply-balance = Sur trois ans, postes qui demandent des personnes formées : {$need} ; formés qui restent, par an : {$entrants} ; demandeurs d’emploi qualifiés qui reprendraient ce métier : {$pool} ; écart indicatif : {$gap}.
paper-supply-offer = {$title} : {$provider}, {$ring}
paper-supply-certification = Certification : {$name}
paper-occupation-masked =
    { $count ->
     [one] Le nombre de projets est masqué par le secret statistique dans {$shown} cellule.
    *[other] Le nombre de projets est masqué par le secret statistique dans {$shown} cellules.
    }
paper-occupation-masked-difficult =
    { $count ->
     [one] Le nombre de projets difficiles est masqué dans {$shown} cellule (secret statistique).
    *[other] Le nombre de projets difficiles est masqué dans {$shown} cellules (secret statistique).
    }
paper-occupation-masked-none = Aucun nombre de projets n’est masqué, pas même celui des difficiles.
paper-sector-lead = {$name}, {$territory} : deux lectures qui ne s’ajoutent pas, ce que les offres demandent et ce qu’une estimation répartit.
paper-sector-posts = postes offerts
paper-sector-posts-beneath = offres chargées : {$offers}
paper-sector-projects = projets de recrutement, estimation
paper-sector-share = part difficile, estimation
paper-sector-estimate = de {$low} à {$high}
paper-sector-occupations-caption = Métiers du secteur, les plus demandés d’abord
paper-sector-note = Postes : offres chargées. Projets et part difficile : estimation, les projets de chaque métier étant répartis entre secteurs comme ses embauches dans toute la France.
paper-sector-survey = Réponses des seuls employeurs du secteur.
paper-sector-survey-alone = Aucun fichier chargé ne répartit les offres ou les projets par secteur : seule l’enquête locale parle de celui-ci.
paper-sector-survey-none = Rien ne peut être dit de ce secteur : trop peu d’établissements y ont répondu, ou leurs réponses permettraient d’en reconnaître un.
paper-programmes-lead =
    { $count ->
     [0] {$territory}, {$year} : aucun programme candidat.
     [one] {$territory}, {$year} : {$shown} programme candidat,
    *[other] {$territory}, {$year} : {$shown} programmes candidats,
    }
paper-programmes-occupations =
    { $count ->
     [0] La formation n’est le levier d’aucun métier signalé, ou l’offre existe sans être suivie.
     [one] pour {$shown} métier signalé.
    *[other] pour {$shown} métiers signalés.
    }
paper-programmes-occupations-unsurveyed =
    { $count ->
     [0] La formation n’est le levier d’aucun métier, ou l’offre existe sans être suivie.
     [one] pour {$shown} métier.
    *[other] pour {$shown} métiers.
    }
paper-programmes-without-unsurveyed =
    { $count ->
     [0] Aucun métier n’est sans ligne de formation.
     [one] {$shown} métier n’a pas de ligne de formation : un autre levier vient d’abord, l’offre existe, ou ses causes ne sont pas connues.
    *[other] {$shown} métiers n’ont pas de ligne de formation : un autre levier vient d’abord, l’offre existe, ou leurs causes ne sont pas connues.
    }
paper-programmes-no-budget = Ni budget ni limite ne sont donnés : tous les candidats sont présentés, aucun n’est choisi.
paper-programmes-no-choice = Le budget et les limites donnés ne permettent aucun choix : tous les candidats sont présentés.
paper-programmes-without =
    { $count ->
     [0] Aucun métier signalé n’est sans ligne de formation.
     [one] {$shown} métier signalé n’a pas de ligne de formation : un autre levier vient d’abord, ou l’offre existe.
    *[other] {$shown} métiers signalés n’ont pas de ligne de formation : un autre levier vient d’abord, ou l’offre existe.
    }
paper-programmes-confirm-title = Avant de décider
paper-programmes-confirm = Chaque financement est à confirmer auprès de l’organisme nommé ; aucun montant n’est acquis.
paper-programmes-measures = À mesurer pour chaque programme : {$list}.
paper-fact-chosen = programmes retenus
paper-fact-chosen-if = programmes retenus sous condition
paper-fact-chosen-some =
    { $count ->
     [one] dont {$shown} sous condition ({$conditions})
    *[other] dont {$shown} sous condition ({$conditions})
    }
condition-commitment = engagement écrit des employeurs à obtenir
condition-need = besoin à faire confirmer par les employeurs
paper-fact-places = places
paper-fact-cost = coût total
paper-fact-people = personnes formées qui restent (bornes ajoutées)
paper-choice-caption = Programmes retenus
paper-choice-left-caption = Programmes laissés, et pourquoi
paper-choice-out-caption = Candidats qui ne peuvent pas encore être comparés
paper-choice-note = Le choix donne le plus de personnes formées qui restent sous le budget et les limites du projet. Seuls les programmes retenus ont leur page ici ; le classeur dit de tous pourquoi.
paper-candidates-caption = Programmes candidats
paper-candidates-note = Places : besoin d’un an, de la borne basse à la borne haute. Deux bornes éloignées disent que les données ne permettent pas de choisir un nombre : interroger les employeurs d’abord. Restent : part de ceux qui commencent et exercent encore le métier ici un an après.
paper-unfed-caption = Offres à portée qui ne répondent à aucun besoin connu
paper-unfed-note = À vérifier avec les organismes : un besoin peut exister sans être déclaré.
paper-programme-sheet = Fiche du programme
paper-programme-chosen =
    { $count ->
     [one] Retenu : {$places} place, {$cost}, personnes qui restent {$people}.
    *[other] Retenu : {$places} places, {$cost}, personnes qui restent {$people}.
    }
paper-programme-chosen-if =
    { $count ->
     [one] Retenu sous condition ({$conditions}) : {$places} place, {$cost}, personnes qui restent {$people}. Sans cela, ne pas ouvrir.
    *[other] Retenu sous condition ({$conditions}) : {$places} places, {$cost}, personnes qui restent {$people}. Sans cela, ne pas ouvrir.
    }
paper-programme-also = {$first} ; aussi, sans dispositif connu : {$also}
paper-programme-modality = d’après les offres liées : {$list}
paper-programme-weeks =
    { $count ->
     [one] Premier jour au plus tôt {$shown} semaine après la décision.
    *[other] Premier jour au plus tôt {$shown} semaines après la décision.
    }
paper-programme-by = À ouvrir avant le {$date}.
paper-programme-cost = Par place : {$cost}.
paper-programme-session = Par session : {$sum}.
paper-programme-partners-none = à réunir : aucun dispositif connu ne nomme d’organisme
paper-programme-devices = Dispositifs à vérifier, et auprès de qui
paper-programme-devices-more = Aussi à vérifier, détail dans le classeur : {$list}.
paper-programme-not-committed = obligatoire ici et pas encore obtenu : sans lui, ne pas ouvrir
paper-line-certification = Certification visée
paper-line-audience = Public
paper-line-places = Places par an, ordre de grandeur
paper-line-group = Groupe
paper-line-hours = Durée
paper-line-modality = Modalité
paper-line-calendar = Calendrier
paper-line-providers = Organismes candidats
paper-line-cost = Coût
paper-line-stays = Restent dans le métier
paper-line-lead = Pilote suggéré
paper-line-partners = Partenaires à réunir
paper-measure-opened = places
paper-measure-entered = entrées
paper-measure-completed = parcours achevés
paper-measure-employed-6 = emploi à six mois
paper-measure-present-12 = encore dans le métier, ici, à douze mois
paper-line-risks = Risques
paper-body-lead = Ce que {$territory} demande, et où mène votre catalogue.
paper-body-uncovered-first = Il manque du monde et votre catalogue n’y mène pas : {$list}.
paper-body-covered-first = Il manque du monde malgré votre offre : {$list}.
paper-body-saturated-first = L’offre réunie suffit déjà : {$list}.
paper-body-uncovered-caption = Non couverts
stance-uncovered = non couvert
paper-body-covered-caption = Couverts en partie
stance-covered = couvert en partie
paper-body-undetermined-caption = Indéterminés
stance-undetermined = indéterminé
paper-body-saturated-caption = Saturés
stance-saturated = saturé
paper-body-note = Écart et besoin : postes sur trois ans, intervalle à 80 %, d’après les fichiers du territoire. Offres : celles que l’on peut encore suivre à portée, les vôtres puis celles des autres.
paper-body-from-zero = Un besoin qui commence à zéro dit qu’il se peut aussi qu’il ne manque personne : à confirmer auprès des employeurs.
paper-body-alike = Que faire, pour chacun d’eux : {$verdict}.
paper-body-more = Les premiers seulement, par l’écart le plus grand : tous sont dans le classeur.
paper-body-unfed-caption = Offres de votre catalogue sans besoin connu ici
paper-company-private-title = Pour vous seuls
paper-company-private = Ce document mêle vos effectifs et ce qui est public du bassin. Vos chiffres n’entrent dans aucun autre document ; aucune réponse d’un autre employeur n’est ici.
paper-company-caption = Vos métiers face au bassin
paper-company-note = Départs en trois ans : moyenne attendue et intervalle à 80 %, jamais moins que ceux que vous connaissez, d’après votre fichier. Bassin et levier : enquête BMO {$year} et tensions publiées, classes de 1 à 5 ; 5 aggrave.
paper-company-unknown = Sans code reconnu, à comparer quand votre fichier en portera un (ROME ou FAP) : {$list}.
paper-company-leaving = Départs attendus : {$one} en un an, {$five} en cinq ans.
paper-company-no-project = Aucun projet de recrutement de « {$label} » n’est déclaré sur le bassin : rien à comparer.
paper-company-basin = Le bassin, pour « {$label} » : classe de pression {$class}, classe officielle {$official} ; {$diagnosis}.
paper-company-training = Formation : {$verdict}. Offres à portée : {$offers}.
paper-company-pool = Trop peu de départs chez vous pour un groupe, mais le territoire manque aussi : {$list}.
paper-company-pool-none = Rien à préparer en commun : le tableau dit pourquoi, métier par métier.
paper-returned-intro = Merci. Établissements interrogés : {$asked} ; qui ont répondu : {$answered}. Voici ce que vous avez dit, à côté de ce qu’ils disent ensemble.
paper-returned-private-title = Rien n’est dit d’un autre
paper-returned-private = Aucun nom ne figure ici, pas même le vôtre. Les chiffres des autres sont ceux qui sont publiés : un groupe trop petit n’est pas montré.
paper-returned-small-title = Votre secteur est trop petit
paper-returned-small = Trop peu d’établissements de votre secteur ont répondu pour que leurs chiffres soient montrés, même à vous : seuls ceux de tous les répondants le sont.
paper-returned-hidden = Un chiffre caché l’est pour que personne, même un répondant, ne retrouve la réponse d’un autre.
paper-returned-caption = Vos chiffres, votre secteur, tous les répondants
paper-returned-note = Vous : votre réponse. Secteur et tous : estimations redressées, intervalle à 95 %, hors biais de non-réponse.
paper-returned-answers = Vos réponses, et la part de ceux qui disent comme vous
paper-returned-answers-note = Parts des établissements qui ont répondu à la question, redressées, intervalle à 95 %.
returned-answer = {$question} : {$answer}
paper-bulletin-nothing-title = Rien à comparer
table-facts = Chiffres clés
table-facts-about = Les chiffres du territoire pris en entier, un par ligne, avec leurs bornes.
table-notes = À savoir
table-notes-about = Ce que le lecteur de cette analyse doit savoir.
table-plan = Plan
table-plan-about = Le plan en quelques chiffres : candidats, choix, coût.
table-terms = Fiches des programmes
table-terms-about = Ce que chaque candidat suppose, avec d’où vient chaque nombre.
table-devices = Dispositifs
table-devices-about = Pistes de financement par candidat, à confirmer auprès de l’organisme nommé : jamais des promesses.
table-verdicts = Ce que la formation peut faire
table-verdicts-about = Un verdict par métier, avec les nombres qui le fondent.
table-catalogue = Catalogue face aux besoins
table-catalogue-about = Où se place le catalogue d’un organisme dans chaque métier du territoire.
table-catalogue-sans-besoin = Offres sans besoin connu
table-catalogue-sans-besoin-about = Offres du catalogue à portée qui ne répondent à aucun besoin connu ici.
table-company = Métiers de l’entreprise
table-company-about = Pour l’entreprise seule : ses effectifs et ce qui est public du bassin.
table-returned = Retour
table-returned-about = Pour un répondant seul : ses réponses à côté de ce qui est publié de son secteur et de tous.
table-masked = Chiffres masqués
table-masked-about = Ce qui n’est pas montré, et pourquoi.
column-fact-label = Chiffre
column-fact-shown = Valeur et bornes
column-fact = Valeur
column-fact-low = Borne basse
column-fact-high = Borne haute
column-note = À savoir
column-causes-aggravating = Causes de classe 4 ou 5
column-gap-told = Écart indicatif, 3 ans
column-offers-local = Offres à portée
column-offers-beyond = Offres plus loin
column-offers-remote = Offres à distance
column-places-taken = Part des places prises
column-need-told = Places utiles en un an
column-hours-told = Durée
column-group-told = Groupe
column-cost-told = Coût d’une place
column-session-cost = Coût d’une session
column-stays-told = Restent dans le métier et ici
column-lead-weeks = Semaines de préparation
column-needed-by = À ouvrir avant
column-risks-told = Risques
column-device = Dispositif
column-device-because = Convient, car
column-device-open = Reste à confirmer
column-device-amounts = Montants
column-device-payers = Financeurs
column-device-ask = À confirmer auprès de
column-device-verified = Règle vérifiée le
column-stance = Position
column-to-do = À faire
column-own-offers = Vos offres
column-other-offers = Autres offres
column-own-beyond = Vos offres plus loin
column-own-entrants = Vos formés par an
column-own-coverage = Part du besoin couverte par vous
column-gap-alone = Écart avec votre seule offre
column-company-post = Votre métier
column-company-occupation = Métier reconnu
column-company-headcount = Effectif
column-leaving-1y = Départs attendus, 1 an
column-leaving-3y = Départs attendus, 3 ans
column-leaving-5y = Départs attendus, 5 ans
column-known-12m = Départs connus, 12 mois
column-known-36m = Départs connus, 36 mois
column-planned-hires = Recrutements prévus
column-yearly = À trouver par an
column-hard = Sur le bassin
column-local-offers = Offres à portée
column-to-pool = À mutualiser
column-returned-what = Chiffre ou réponse
column-returned-own = Vous
column-returned-sector = Votre secteur
column-returned-all = Tous les répondants
column-masked-table = Tableau
column-masked-row = Ligne
column-masked-column = Colonne
column-masked-why = Pourquoi
fact-projects = Projets de recrutement
fact-difficult = Projets jugés difficiles
fact-seasonal = Projets saisonniers
fact-share = Part difficile, territoire
fact-share-department = Part difficile, département
fact-share-region = Part difficile, région
fact-share-france = Part difficile, France
fact-masked = Cellules dont les projets sont masqués
fact-masked-difficult = Cellules dont les projets difficiles sont masqués
fact-masked-large = Cellules aux nombreux projets, dont les difficiles sont masqués
fact-occupations = Métiers observés
fact-communes = Communes du territoire
fact-communes-inside = Communes du territoire dans les bassins lus
fact-communes-of = Communes des bassins lus
fact-communes-unplaced = Communes dans aucun bassin
fact-flagged = Métiers signalés
fact-evidence = Métiers signalés par les données du territoire
fact-presumed = Métiers présumés d’après l’échelon supérieur
fact-to-check = Métiers à vérifier (cellules masquées)
fact-training = Métiers signalés où la formation est un levier
fact-another-lever = Métiers signalés où un autre levier vient d’abord
fact-moves-entry = Métiers entrés dans la liste
fact-moves-kept = Métiers restés dans la liste
fact-moves-exit = Métiers sortis de la liste
fact-moves-unsure = Métiers dont l’entrée ou la sortie est incertaine
fact-moves-not-comparable = Métiers sans équivalent l’autre année
fact-survey-asked = Enquête : établissements interrogés
fact-survey-answered = Enquête : établissements répondants
fact-survey-hidden = Enquête : chiffres cachés
fact-candidates = Programmes candidats
fact-candidate-occupations = Métiers des programmes candidats
fact-without-training = Métiers signalés sans ligne de formation
fact-unfed = Offres qui ne répondent à aucun besoin connu
fact-chosen = Programmes retenus
fact-chosen-conditional = Programmes retenus sous condition
fact-chosen-places = Places retenues
fact-chosen-cost = Coût du plan
fact-chosen-people = Personnes formées qui restent (bornes ajoutées)
fact-diagnosis-trained-labour = Diagnostic des métiers signalés : manque de personnes formées
fact-diagnosis-mixed = Diagnostic des métiers signalés : formation et qualité de l’emploi
fact-diagnosis-job-quality = Diagnostic des métiers signalés : attractivité et qualité de l’emploi
fact-diagnosis-small-pool = Diagnostic des métiers signalés : vivier trop étroit
fact-diagnosis-turnover = Diagnostic des métiers signalés : volume d’embauches et renouvellement
fact-diagnosis-geography = Diagnostic des métiers signalés : candidats et emplois en des lieux différents
fact-diagnosis-undetermined = Diagnostic des métiers signalés : causes insuffisantes pour conclure
report-changed = Attention : {$file} a changé depuis l’enregistrement du projet ; tout est fait sur son contenu d’aujourd’hui.
report-left-out = À savoir : {$file} n’est pas là, l’archive du projet ayant été faite sans ce fichier. Tout le reste est fait sans lui.
report-broken = « {$written} » n’est le nom d’aucun chiffre de cette analyse ({$kind}, {$part}) : le texte le montre tel quel.
error-report-nothing = Rien à écrire de « {$kind} » : les fichiers donnés ne disent rien de tel sur ce territoire.
report-nothing = Aucun fichier n’est écrit : rien de ce qui est demandé ne peut être fait.
error-report-document = « {$found} » n’est pas un document. Documents : {$known}.
error-report-respondent = Le retour est fait pour un répondant à la fois : donnez son identifiant par --respondent.
error-report-catalogue = La fiche d’écart demande le catalogue de l’organisme : --catalogue FICHIER.
error-report-headcount = Le kit d’une entreprise demande son effectif par métier : --headcount FICHIER.
error-report-not-among = {$path} n’est pas parmi les fichiers de l’analyse, ou ne contient aucune offre lue.
error-returned = Retour {$number} : non fait, {$why}
error-returned-no-survey = aucune enquête locale n’est chargée.
error-returned-unknown = aucun établissement interrogé n’a cet identifiant.
error-returned-silent = cet établissement n’a pas répondu, ou ses réponses ne peuvent pas être pesées.
error-returned-undecided = le secret de l’enquête ne peut pas être jugé, donc rien ne sort.
error-returned-too-few = les répondants sont trop peu nombreux pour qu’un chiffre soit montré sans en désigner un.

## Where a number comes from, in full; short names
provenance-id = Identifiant
provenance-sheet = {$file}, feuille {$sheet}
provenance-extent-rows = {$file} : n° de ligne {$rows}.
provenance-extent-whole = {$file} : toutes les lignes gardées.
provenance-extent-around = {$file} : le même métier, sur le territoire et aux échelons au-dessus, toutes ses lignes de la région et de France.
provenance-content = Empreinte {$mark} ; lignes lues : {$read}, gardées : {$kept}, refusées : {$refused}, vides : {$empty}.
provenance-no-file = aucun fichier chargé ne le dit
provenance-no-file-parameters = aucun fichier : calculé des paramètres
provenance-company-file = le fichier d’effectifs de l’entreprise, qui n’est pas gardé
provenance-n-respondents = répondants du collège (n) : {$n}
provenance-n-occupations = métiers (n) : {$n}
provenance-question = Question posée
provenance-asked = « {$question} » (questionnaire de Bassin, colonne {$column})
provenance-asked-own = « {$question} »
provenance-weights = Poids
provenance-plain = chaque répondant compte pour un
provenance-weighting = {$method} ; rapport poids final / initial de {$low} à {$high} ; chacun pour soi à partir de {$employees} salariés ; graine {$seed}, {$replicates} répliques
provenance-parameters = Paramètres
provenance-parameter = {$name} ({$id}) : {$value}, depuis le {$date} — {$source}
provenance-rounding = Arrondi
provenance-rounded-whole = montré à l’entier ; calculé et écrit dans les fichiers sans arrondi
provenance-rounded-percent = montré au pour cent ; calculé et écrit dans les fichiers sans arrondi
provenance-rounded-probability = montré au pour cent, jamais 0 ni 100 % pour ce qui n’est pas certain ; écrit dans les fichiers sans arrondi
provenance-rounded-hundredth = montré au centième ; calculé et écrit dans les fichiers sans arrondi
provenance-rounded-tenth = montré au dixième ; calculé et écrit dans les fichiers sans arrondi
provenance-rounded-point = montré au point ; calculé et écrit dans les fichiers sans arrondi
provenance-rounded-said = écrit partout comme il est montré ; calculé sans arrondi
provenance-rounded-exact = aucun
provenance-secrecy = Secret
provenance-secrecy-public = aucune réponse d’enquête dans ce chiffre ; ce que le producteur a masqué le reste
provenance-secrecy-rule = au moins {$least} répondants, aucun au-delà de {$dominance} du total, au moins {$persons} personnes, et {$base} répondants quand tous disent de même ; décidé avec tous les tableaux et avec tout ce qui est déjà sorti
provenance-redraws = {$draws} tirages, graine {$seed}
number-words = mots faits de plusieurs chiffres
number-masked = Cellules que le producteur a masquées parmi celles de la ligne.
number-level-occupations = Métiers du groupe qui ont une ligne sur le territoire.
number-answers = Établissements qui ont répondu à la question.
number-college-answers = Répondants du collège qui ont répondu à la question.
number-register = Établissements du répertoire.
number-asked = Établissements interrogés.
number-answered = Établissements qui ont répondu.
number-refused-to = Établissements qui ont refusé de répondre.
number-not-reached = Établissements qui n’ont pas été joints.
number-concerned = Établissements répondants concernés par la question, qu’ils y aient répondu ou non.
number-having = Établissements répondants qui ont ce métier.
number-stated-answers = Établissements qui déclarent des difficultés et citent au moins une cause.
number-stated-base = Établissements répondants qui déclarent des difficultés.
number-respondents = Établissements répondants de l’enquête.
number-weights = Ce que valent les poids des établissements répondants.
number-precedent = Issue des programmes comparables de la bibliothèque, chacun pesant selon sa comparabilité.
number-offer-distance = Minutes de trajet d’après un fichier de temps de parcours du territoire à la commune de la formation ; à défaut, kilomètres à vol d’oiseau.
number-offer-level = Niveau de la formation, comme le fichier l’écrit.
number-offer-places = Places de la formation, comme le fichier les écrit.
number-row = Numéro de la ligne dans son fichier.
number-rows-read = Lignes lues du fichier.
number-rows-kept = Lignes lues et gardées.
number-rows-refused = Lignes lues et refusées, chacune avec son motif.
number-rows-empty = Lignes vides.
number-parameter = Valeur d’un paramètre de la méthode.
number-programme-rank = Place dans la liste recommandée : les signalements les plus sûrs d’abord, puis le volume de projets difficiles attendus.
number-chosen-places = Places retenues : le meilleur usage des budgets parmi les programmes candidats, sous les limites posées.
number-place-cost = Coût d’une place : prix des offres du métier, sinon de programmes comparables, sinon heures au prix horaire des offres.
number-year-need = Places par an au-delà desquelles le métier ne gagne plus rien.
number-stays = Part des entrants qui achèvent, trouvent un emploi et restent dans le métier sur le territoire.
number-risks = Nombre de risques dits avec le programme candidat.
number-cost = Coût des sessions et des places retenues.
number-people = Personnes formées qui restent dans le métier sur le territoire.
number-survival = Part des tirages, dans les intervalles de coût et de résultat, où le programme reste retenu.
number-sessions = Sessions qui reçoivent les places retenues.
number-fact = Nombre compté dans les résultats du territoire ; sa ligne dit de quoi.
number-note = Phrase de l’analyse : ce qu’il faut savoir des fichiers et de leur lecture.
number-gap = Écart indicatif sur trois ans : besoin moins entrants et vivier, avec son intervalle à 80 %.
number-need = Postes qui demandent des entrants formés, sur trois ans.
number-entrants = Personnes formées qui entrent en emploi dans le métier sur le territoire, par an.
number-pool = Demandeurs d’emploi qualifiés qui reprendraient le métier sur le territoire.
number-gap-coverage = Part du besoin sur trois ans que les entrants couvrent.
number-compared = Métiers comparés d’une année à l’autre.
number-came = Métiers difficiles la seconde année.
number-said = Métiers annoncés difficiles la première année.
number-said-and-came = Métiers annoncés difficiles, et qui l’ont été.
number-sector-offers = Offres du territoire dont l’activité est dite.
number-plan = Décompte ou somme sur les programmes candidats et retenus ; sa ligne dit de quoi.
number-hours = Durée d’une place : heures des offres du métier, sinon de programmes comparables, sinon des paramètres.
number-group = Personnes d’une session, au moins et au plus.
number-session-cost = Coût d’une session, quel que soit le nombre de places.
number-lead-weeks = Semaines entre la décision et l’ouverture d’une session.
number-device = Ce que les règles du dispositif disent de ce programme candidat.
number-offers = Offres de formation reliées au métier, dans les listes chargées.
number-places-taken = Part des places à portée qui ont trouvé un entrant, là où les listes disent les deux.
number-own-answer = Réponse du répondant lui-même ; elle n’est donnée qu’à lui.
number-company-said = Nombre donné par l’entreprise, tel quel.
number-company-leaving = Départs de l’entreprise selon les âges, sinon au taux moyen ; au moins ceux qu’elle connaît.
number-company-yearly = Personnes à trouver par an : embauches prévues, sinon le tiers des départs de trois ans.
number-company-class = Classe de tension du métier sur le territoire, de 1 à 5.
number-company-official = Classe de tension officielle du métier, de 1 à 5.
column-mark = Repère
error-trace-mark = « {$text} » n’est pas un identifiant : six lettres et chiffres nomment une ligne (K7Q2XA), deux de plus après un tiret un chiffre (K7Q2XA-9F)
error-trace-unknown = aucun chiffre de ce territoire ne porte l’identifiant {$id} : vérifiez le projet ou les fichiers, et le territoire
trace-not-left = pas encore sorti du projet : exportez d’abord (bassin report, ou bassin analyse --out), le chiffre sera alors retenu parmi ceux qui sont sortis

# Charts for print
chart-alt = {$title} ({$place}). {$seen}
chart-source = Source : {$list}.
chart-made = Graphique établi le {$date} avec Bassin.
chart-masked = masqué : {$bounds}
chart-unknown = non calculable
chart-none = aucun
chart-own = d’après les données du territoire
chart-presumed = présumé d’après un territoire plus grand
chart-bounds = intervalle
chart-bar = Barre : intervalle ; rond : valeur.
chart-reading = Lecture : « {$label} », {$shown} ; la part a huit chances sur dix d’être dans l’intervalle.
chart-value = valeur
chart-gap = écart indicatif et son intervalle
chart-open = Une flèche : rien ne borne le chiffre de ce côté.
chart-rows = Base : les {$shown} premiers sur {$of} dans l’ordre du tableau, rangés ici par valeur ; les autres sont dans le tableau.
chart-under = Sous chaque nom : {$base}.
chart-studied = territoire étudié
chart-compared = territoires de comparaison
chart-whisker = intervalle
chart-unnamed =
    { $count ->
        [one] {$shown} autre métier est dessiné sans nom.
       *[other] {$shown} autres métiers sont dessinés sans nom.
    }
chart-unplaced =
    { $count ->
        [one] {$shown} métier dont les projets ou la part sont masqués ou inconnus n’est pas placé.
       *[other] {$shown} métiers dont les projets ou la part sont masqués ou inconnus ne sont pas placés.
    }
chart-corner-both = part forte, beaucoup de projets
chart-corner-tense = part forte, peu de projets
chart-corner-large = part faible, beaucoup de projets
chart-corner-neither = part faible, peu de projets
chart-break = {$old} | {$new}
chart-break-note = Trait vertical : la nomenclature change ; les deux côtés ne se comparent pas, et rien n’est relié.
chart-ribbon = Bande : intervalle autour de chaque valeur.
chart-whisker-note = Trait vertical à chaque point : intervalle.
chart-eases = atténue
chart-aggravates = aggrave
chart-aggravates-tension = aggrave la tension
chart-class-aggravates = classe 4 ou 5 : aggrave la tension
chart-class-other = classe 1 à 3
chart-seen-ranked =
    { $count ->
        [one] {$shown} valeur : {$first}.
       *[other] {$shown} valeurs ; la plus forte : {$first} ; la plus faible : {$last}.
    }
chart-seen-above =
    { $count ->
        [0] Aucun intervalle n’est tout entier au-dessus du repère ({$line}).
        [one] {$shown} intervalle est tout entier au-dessus du repère ({$line}).
       *[other] {$shown} intervalles sont tout entiers au-dessus du repère ({$line}).
    }
chart-seen-without = Sans valeur : {$list}.
chart-seen-track = {$label} : {$list}.
chart-seen-break = De {$before} à {$after}, la nomenclature change ({$old}, puis {$new}) : ces années ne se comparent pas.
chart-seen-causes = Aggravent la tension : {$list}.
chart-seen-no-cause = Aucune cause publiée n’aggrave la tension.
chart-seen-others = Ne l’aggravent pas : {$list}.
chart-intervals-title = Part des projets de recrutement jugés difficiles, par métier
chart-intervals-subtitle = Part difficile, lissée avec les territoires plus grands, en % des projets, et son intervalle à 80 %
chart-quadrant-title = Pression et volume des métiers
chart-quadrant-subtitle = Part difficile, lissée avec les territoires plus grands, en % des projets, selon le nombre de projets de recrutement
chart-relative = Relatif à deux repères, et non à un niveau absolu de tension : {$cut} (trait horizontal), {$median} (trait vertical).
chart-trend-title = Part des projets jugés difficiles, d’une année à l’autre
chart-trend-of = {$label} : part des projets jugés difficiles, d’une année à l’autre
chart-trend-subtitle = Part difficile, lissée avec les territoires plus grands, en % des projets, et son intervalle à 80 %
chart-trend-families = Base : les familles de métiers qui ont le plus de projets la dernière année.
chart-causes-title = Pourquoi le recrutement est difficile : {$label}
chart-causes-subtitle = Classe publiée de chaque cause, de 1 (atténue la tension) à 5 (l’aggrave)
chart-causes-diagnosis = Lecture d’ensemble : « {$diagnosis} ».
chart-causes-rung = Base : classes publiées à l’échelon « {$rung} » ; au bassin elles sont de France Travail (2021), ailleurs de la Dares.
chart-columns-title = {$label} : part des projets jugés difficiles, ici et ailleurs
chart-columns-subtitle = Part difficile publiée, en % des projets de recrutement
chart-sectors-title = Part des projets jugés difficiles, par secteur
chart-sectors-surveyed = Part difficile selon l’enquête locale, en % des projets déclarés
chart-sectors-estimated = Part difficile estimée, en % des projets
chart-families-title = Part des projets jugés difficiles, par famille de métiers
chart-place-here = Territoire étudié
chart-place-department = Département
chart-place-region = Région
chart-place-france = France
chart-balance-title = Besoin et ressources : {$label}
chart-balance-subtitle = Personnes, sur trois ans, et leur intervalle à 80 %
chart-balance-head = Personnes
chart-balance-basis = Base du besoin : {$basis}.
chart-balance-lack = Écart indicatif : un manque, quelle que soit la règle de partage des entrants.
chart-balance-surplus = Écart indicatif : un excédent, quelle que soit la règle de partage des entrants.
chart-balance-undetermined = Écart indicatif : son intervalle passe par zéro, ou change de côté selon la règle de partage des entrants ; ni manque ni excédent n’est établi.
error-chart-kind = {$found} n’est pas un graphique ; ils se nomment {$known}
error-chart-occupation = ce graphique se fait pour un métier : --occupation, par exemple V0X60
error-chart-absent = {$code} n’a pas de ligne sur ce territoire
error-chart-nothing = rien à dessiner : les fichiers chargés ne donnent pas ces chiffres sur ce territoire
chart-written = Graphique écrit : {$path}
chart-balance-source = Source : Bassin, méthode de l’outil, d’après ce besoin, les offres de formation et les demandeurs d’emploi chargés.
table-references = Niveaux de référence
table-references-about = Ce à quoi les métiers du territoire sont rapportés : la part au-dessus de laquelle un métier est signalé, et la médiane de leurs projets. Ni l’un ni l’autre n’est un niveau absolu de tension.
column-reference = Repère
column-level-value = Niveau
level-cut-france = Tous métiers, France
level-cut-region = Tous métiers, région
level-cut-fixed = Seuil choisi
level-median = Médiane par métier
table-series = Séries par année
table-series-about = Chaque année chargée, lue comme son propre diagnostic la lit. Un métier n’a de série que dans une édition de la nomenclature ; les familles et les groupes qui se correspondent franchissent le changement, et leurs années de deux éditions ne se soustraient pas.
column-year = Année
column-fap-edition = Nomenclature
series-edition = FAP {$edition}
column-entrants-3y = Entrants, 3 ans
column-gap-3y-span = Écart indicatif, 3 ans : intervalle
column-need-3y-value = Besoin à 3 ans, valeur
column-need-3y-low = Besoin à 3 ans, borne basse
column-need-3y-high = Besoin à 3 ans, borne haute
column-entrants-3y-value = Entrants à 3 ans, valeur
column-entrants-3y-low = Entrants à 3 ans, borne basse
column-entrants-3y-high = Entrants à 3 ans, borne haute
column-pool-value = Vivier, valeur
column-pool-low = Vivier, borne basse
column-pool-high = Vivier, borne haute
column-gap-3y-value = Écart à 3 ans, valeur
column-gap-3y-low = Écart à 3 ans, borne basse
column-gap-3y-high = Écart à 3 ans, borne haute
indicator-share-cut-name = Repère de pression
indicator-share-cut-definition = La part difficile à laquelle celle de chaque métier est comparée : celle de tous les métiers en France ou dans la région, ou un seuil choisi.
indicator-share-cut-nulls = Une moitié quand rien n’est publié.
indicator-projects-median-name = Médiane des projets par métier
indicator-projects-median-definition = La moitié des métiers du territoire a au plus autant de projets, l’autre davantage ; pour un nombre pair de métiers, le plus bas des deux du milieu.
indicator-projects-median-nulls = Absente sans métier ; un métier masqué compte au milieu de ses bornes.
chart-save-intervals = Enregistrer les intervalles…
picture-written = Image écrite : {$path}
export-given-up = export abandonné, aucun fichier n’est écrit
# Documents Word
docx-table = Tableau
docx-figure = Figure
docx-contents = Sommaire
docx-mark = Repère
docx-page = page {$page} / {$pages}
docx-table-description = {$count ->
    [one] {$shown} ligne ; colonnes : {$titles}
   *[other] {$shown} lignes ; colonnes : {$titles}
}
docx-style-masthead = Éditeur
docx-style-lead = Chapô
docx-style-note = Note
docx-style-picture = Image
docx-style-advice = Encadré conseil
docx-style-advice-title = Titre d’encadré conseil
docx-style-limit = Encadré limite
docx-style-limit-title = Titre d’encadré limite
docx-style-fact-figure = Chiffre clé
docx-style-fact-label = Libellé de chiffre clé
docx-style-fact-note = Note de chiffre clé
docx-style-fact-table = Chiffres clés
docx-style-table = Tableau de document
docx-style-table-text = Texte de tableau
docx-style-table-number = Nombre de tableau
docx-style-table-head = En-tête de colonne
docx-style-table-head-number = En-tête de colonne de nombres
docx-style-table-mark = Repère en fin de ligne
docx-style-table-end = Fin de tableau
docx-style-label = Numéro de légende
docx-style-figure-mark = Repère de chiffre
docx-style-row-mark = Repère de ligne
## Cellules telles qu’on les tape
issue-not-a-period = « {$text} » n’est pas une période : écrire 2025-03, 03/2025, 2025-T1 ou 2025
issue-not-a-section = « {$text} » n’est ni une lettre de section NAF (A à U), ni un code NAF, ni l’intitulé d’une section
issue-not-a-size-class = « {$text} » n’est pas une tranche d’effectif : 0, 1-9, 10-19, 20-49, 50-99, 100-249, 250-499 ou 500+
issue-abridged = « {$text} » : numéro arrondi par le tableur, ses derniers chiffres sont perdus ; le reprendre à la source, en texte
issue-siren-alone = « {$text} » est un SIREN : neuf chiffres nomment l’entreprise, pas l’établissement (SIRET, quatorze chiffres)
issue-required-unknown = « {$text} » : valeur inconnue, alors que la ligne ne peut s’en passer
issue-codes-shaped =
    { $count ->
     [one] {$shown} code remis
    *[other] {$shown} codes remis
    } en forme (8450.0, 015, s1z40…)
issue-cells-refused =
    { $count ->
     [one] {$shown} cellule refusée, lue
    *[other] {$shown} cellules refusées, lues
    } comme inconnue ; le reste de la ligne est gardé
issue-classes-dated =
    { $count ->
     [one] {$shown} tranche d’effectif changée en date par un tableur, relue
    *[other] {$shown} tranches d’effectif changées en dates par un tableur, relues
    } (19-oct : 10-19)
issue-classes-worded =
    { $count ->
     [one] {$shown} tranche d’effectif lue
    *[other] {$shown} tranches d’effectif lues
    } dans d’autres mots (20-49 salariés)
issue-periods-shaped =
    { $count ->
     [one] {$shown} période remise
    *[other] {$shown} périodes remises
    } en forme (03/2025, 45717, T1 2025…)

## Cellules qui diffèrent
disagreement-cell = { $what } : { $first } (ligne { $first_row }) et { $second } (ligne { $second_row })
disagreement-more =
    { $count ->
     [one] et { $shown } autre cellule
    *[other] et { $shown } autres cellules
    } (toutes avec --json)
field-value = Valeur
stacking-completed =
    « { $before } » et « { $after } » ({ $kind }) se complètent : « { $after } » ajoute { $count ->
        [one] { $shown } ligne
       *[other] { $shown } lignes
    } ; ce que les deux ont est compté une fois
stacking-other-span = « { $before } » et « { $after } » ({ $kind }) restent séparés : l’un compte par { $first }, l’autre par { $second }
span-1 = mois
span-3 = trimestre
span-12 = année
reason-year-of-name = année tirée du nom du fichier : {$year}
reason-edition-of-name = édition d’après le nom du fichier : {$edition}
reason-year-of = lignes de {$year}, d’un fichier qui réunit {$years} années : chacune est lue à part
issue-nested-archive = une archive dans une archive n’est pas ouverte : en sortir les fichiers d’abord
issue-web-page = c’est une page web (HTML) sous le nom d’un classeur : l’ouvrir dans un tableur et l’enregistrer en .xlsx
issue-not-a-table = document d’une autre structure : aucun tableau ni aucune liste d’offres n’y est reconnu
issue-member-missing = l’archive n’a pas de fichier « {$member} » : ce qu’il apporte est inconnu
issue-member-again = « {$member} » dit la même chose qu’un fichier déjà lu dans l’archive : il est laissé de côté
issue-orphan = {$key} n’est pas dans la liste des fiches
reason-members-aside = laissés de côté dans l’archive : {$list}
system-be = de bassin d’emploi (quatre chiffres : 8450)
system-dep = de département (15, 2A, 971)
system-reg = de région (deux chiffres : 84)
system-ze = de zone d’emploi (quatre chiffres : 8403)
system-zone = de territoire connu (BASSIN, DEP, REG ou NAT)
system-clpe = de comité local pour l’emploi (CLPE15001)
system-insee = de commune (code Insee, cinq caractères : 15014)
system-naf = NAF (10.51C ou 1051C, ou la division : 10)
system-rome = ROME (une lettre et quatre chiffres : J1501)
system-fap = FAP (V0X60)
system-fap2009 = FAP 2009 (S1Z40)
system-fap2021 = FAP 2021 (S1X40)
system-siret = SIRET (quatorze chiffres)
system-siren = SIREN (neuf chiffres)
system-rncp = RNCP ou RS (RNCP35830)
system-certif-info = Certif Info
issue-two-readings =
    { $count ->
        [one] un nombre où le point ou la virgule peut être celui des milliers (« 1.500 ») est lu avec ses décimales : choisissez la lecture dans la correspondance
       *[other] {$shown} nombres où le point ou la virgule peut être celui des milliers (« 1.500 ») sont lus avec leurs décimales : choisissez la lecture dans la correspondance
    }
issue-postal-only =
    { $count ->
     [one] {$shown} offre sans commune : département tiré
    *[other] {$shown} offres sans commune : département tiré
    } du code postal
issue-lacks-column = presque un tableau « {$kind} » : il manque la colonne {$column}
system-place = de territoire
cli-nothing-to-check = rien à lire : aucun fichier de données dans ce qui est donné
cli-empty-folder = « {$path} » ne contient aucun fichier à lire
cli-sheet-aside = feuille laissée de côté : ce n’est pas un tableau connu, et d’autres feuilles du classeur sont lues ; elle peut être mise en correspondance si c’est un tableau à vous
stacking-stacked-once = « { $before } » et « { $after } » ({ $kind }) se complètent : { $from }
stacking-series-once = Se complètent, pour { $from } ({ $kind }) : { $list }
## Ce que des essais ont demandé de dire mieux
column-usage = À quoi
usage-results = résultats
usage-survey = enquête et avis
usage-map = cartes
usage-set-aside = un autre fichier du même genre compte à sa place
usage-silent = ne dit rien de ce qui est demandé, ou rien sans un autre fichier
usage-unread = reconnu et gardé, aucun calcul ne le lit
usage-apart = à part : l’effectif d’une entreprise
note-vintages = {$kind} : millésime {$kept} ; d’autres millésimes sont chargés et ne sont pas lus ({$left}).
note-vintage-later = {$kind} : le millésime {$kept} est postérieur à l’année analysée ({$year}), aucun n’est antérieur.
sources-usage = Pour le territoire choisi : {$usage}.
survey-match-nothing = aucune proposition : aucun intitulé publié ne ressemble assez à ce libellé
map-mismatch = Aucun contour n’est d’un territoire de {$file} : les contours sont codés {$shapes}, l’enquête {$survey}. Vérifiez que les deux parlent du même territoire et du même découpage ; des contours de communes demandent la table des communes de leurs bassins.
plan-stands-gap = même besoin que `supply` : écart indicatif sur 3 ans ({$gap}), {$basis} ; règle : {$rule} ; un tiers pour un an
plan-stands-projects = autre besoin que `supply` : ici les projets de recrutement de {$year}, un an ; `supply` montre un écart indicatif sur 3 ans ({$gap}), {$basis} ; règle : {$rule}
plan-stands-alone = d’après les projets de recrutement de {$year}, un an ; `supply` ne montre pas d’écart pour ce métier
supply-plan-need = Places par an que `plan` retient : {$text}
supply-reading = Besoin et écart sur 3 ans. Source du besoin : {$surveyed ->
    [one] l’enquête auprès des employeurs pour {$answers} métier
   *[other] l’enquête auprès des employeurs pour {$answers} métiers
}{$counted ->
    [0] {""}
   *[other] , un comptage public de l’emploi pour {$counts}
}, les projets de recrutement, au plus, pour {$projects}. Règle de partage : {$rules}.
supply-plan-differs = `plan` compte en places par an : un tiers de cet écart où il est un manque, sinon les projets de recrutement de {$year}, qui sont un autre besoin ({$codes}).
choice-empty-no-candidate = Rien n’est retenu : aucun candidat n’a de coût connu.
choice-empty-excluded = { $count ->
    [one] Rien n’est retenu : le seul candidat est écarté avant le choix, pour la raison dite en face.
   *[other] Rien n’est retenu : les {$shown} candidats sont tous écartés avant le choix, chacun pour la raison dite en face.
}
choice-empty-proven = Rien n’est retenu : aucun choix permis par ces budgets et ces limites ne gagne quoi que ce soit (prouvé).
choice-empty-not-found = Rien n’est retenu : rien n’a été trouvé dans l’effort permis, ce qui ne prouve pas qu’il n’y a rien ; aucun choix ne dépasse {$bound}.
error-scenario-no-project = --scenario « {$found} » : un scénario est gardé dans un projet ; donnez le fichier .bassin du projet à la place de ses fichiers
error-scenario-none = --scenario « {$found} » : le projet n’a aucun scénario
error-max-occupations = --max-occupations 0 ne laisserait aucun métier à choisir : donnez 1 ou plus, ou laissez la limite de côté
choice-more-from = {$more} ; la première hausse vient dès {$euros} € de plus ({$exactness})
choice-more-next = {$step} € de plus ({$funder}) : rien ne change ; il en faut {$euros} pour gagner {$gain} ({$exactness})
choice-more-never = {$step} € de plus ({$funder}) : rien ne change, et aucune somme de plus n’y change rien (prouvé)
choice-more-not-found = {$more} ; la somme de la première hausse n’est pas trouvée dans l’effort permis : aucune jusqu’à {$below} € de plus (prouvé)
choice-next-exact = prouvé à l’euro près
choice-next-between = aucune hausse n’est prouvée impossible qu’au-dessous de {$below} €
kind-read-me = Texte à lire, laissé de côté
help-bassin = GPEC territoriale : quels métiers sont sous tension, pourquoi, que faire
help-demo = La fenêtre sur le territoire d’exemple ; sans affichage, ses résultats dans `bassin-demo`
help-check = Ce qu’est chaque fichier, et chaque anomalie avec sa place
help-analyse = Les résultats pour un territoire
help-anchor = L’échelle officielle des tensions sur un territoire, pour chaque métier
help-validate = Les signalements d’une année annonçaient-ils la difficulté de la suivante, face à la persistance
help-couples = Bassins et secteurs qui recrutent deux métiers : un emploi, et celui du conjoint
help-supply = L’offre de formation à portée d’un territoire, face à ce que ses métiers demandent
help-plan = Le meilleur usage d’un budget de formation parmi des programmes candidats
help-catalogue = Le catalogue d’un organisme de formation face aux territoires à sa portée
help-company = L’effectif d’une entreprise par métier et par âge face à son bassin ; pour elle seule
help-map = Un indicateur par territoire en image, sur vos contours
help-survey = L’enquête auprès des employeurs : questionnaire, collecte, poids, estimations, libellés
help-survey-kit = Écrit le questionnaire, son dictionnaire des variables et une note d’accompagnement
help-survey-collect = Rassemble les questionnaires remplis dans les tableaux d’une seule enquête
help-survey-weights = Poids des répondants d’après un répertoire : groupes, marges, ce que la pondération coûte
help-survey-estimate = Registre des besoins par métier, avec intervalles, sous le secret. Ce qui est affiché est publié : avec un projet, les chiffres sont décidés avec ce qui en est déjà sorti, et entrent dans sa mémoire
help-survey-match = ROME et FAP des libellés de métiers tels que les employeurs les écrivent
help-funding = Les dispositifs de financement à vérifier pour une formation, et pourquoi les autres sont écartés
help-indicators = Chaque indicateur : définition, formule, unité, source
help-diagnostic = Version et dossiers ; aucune donnée personnelle
help-help = Montre cette aide, ou celle d’une commande
help-arg-any-help = Montre l’aide
help-arg-any-version = Montre la version
help-arg-any-subcommand = La commande dont on veut l’aide
help-arg-any-json = Sortie lisible par un programme (docs/json.md)
help-arg-any-lang = Langue des textes : fr ou en. Sans elle la fenêtre garde son réglage
help-arg-any-no-cache = Lit chaque fichier à neuf, et ne garde rien pour la fois suivante
help-arg-bassin-files = Projet ou fichiers de données à ouvrir dans la fenêtre
help-arg-check-files = Fichiers, dossiers ou projets
help-arg-analyse-inputs = Fichiers, dossiers, ou un projet. Avec un projet, les chiffres de son enquête que --out écrit sont décidés avec ce qui en est déjà sorti, et entrent dans sa mémoire
help-arg-analyse-territory = Code typé : be:8450, dep:15, reg:84, ze:8403, clpe:15001, epci:…, fr ; celui du projet par défaut
help-arg-analyse-perimeter = Texte ou CSV de codes de communes : le territoire, ou un point de comparaison à côté de --territory
help-arg-analyse-benchmark = Territoires de comparaison : codes typés, ou `similar` pour les plus proches par la taille et la structure. Par défaut ceux du projet
help-arg-analyse-level = Ce que la page énumère : groupes de FAP (fap87), domaines, familles de métiers ; les fichiers et le JSON les ont tous
help-arg-analyse-sector = La page énumère les secteurs d’activité : ceux des offres, et ceux estimés d’après les embauches nationales. Avec une section de la NAF (A à U), les métiers de cette seule section ; le JSON n’a alors pas d’autre cellule
help-arg-analyse-year = Année de l’enquête ; par défaut la dernière chargée
help-arg-analyse-params = Changements de la méthode, en données lisibles : `{"{"} "prior_strength": 5, "cut": "region" {"}"}`
help-arg-analyse-out = Dossier où les résultats sont écrits
help-arg-analyse-format = Formats à écrire, avec --out
help-arg-anchor-files = Fichiers ou dossiers : tensions de la Dares, classes par ROME et bassin
help-arg-anchor-territory = Code typé : be:8450, dep:15, reg:84, fr
help-arg-validate-files = Fichiers ou dossiers : deux enquêtes ou plus
help-arg-validate-territory = Code typé : be:8450, dep:15, reg:84, fr
help-arg-couples-files = Fichiers ou dossiers : une enquête, et les embauches par ROME et NAF pour les secteurs
help-arg-couples-occupations = Deux codes de la nomenclature de l’enquête : V0X60,J3X43
help-arg-couples-near = Les bassins proches de ce territoire d’abord : be:8450, dep:15, reg:84
help-arg-supply-files = Fichiers, dossiers, ou un projet : ses liens entre formations et métiers valent
help-arg-supply-territory = Code typé : be:8450, dep:15, reg:84, ze:8403…
help-arg-supply-occupation = Un seul métier, en détail : V0X60
help-arg-supply-within = Ce qui est proche : 30km à vol d’oiseau, ou 45min des temps de trajet chargés
help-arg-plan-files = Fichiers, dossiers, ou un projet : ses programmes, ses changements et ses limites valent
help-arg-plan-territory = Code typé : be:8450, dep:15, reg:84, ze:8403…
help-arg-plan-budget = Euros : 150000 pour tout, ou d’un financeur : "France Travail=80000". À la place des budgets du projet ; peut être répété
help-arg-plan-max-occupations = Métiers parmi lesquels les programmes sont choisis, au plus
help-arg-plan-objective = stay (formés qui restent), cautious (les mêmes, au bas de l’intervalle) ou places
help-arg-plan-floor = Places pour un public, ou pour un secteur d’activité (section de la NAF), au moins : job-seekers=8, naf:Q=12. Peut être répété
help-arg-plan-scenario = Un scénario du projet, mis à côté de ce qui est sans lui
help-arg-plan-latest-start = Le dernier jour où une session peut commencer
help-arg-plan-devices = Dispositifs à vous, dans la forme de assets/params/financing.ron
help-arg-catalogue-catalogue = Le catalogue de formations de l’organisme
help-arg-catalogue-files = Fichiers, dossiers, ou un projet : enquêtes, tensions, certifications, autres catalogues
help-arg-catalogue-territory = Codes typés, une fiche pour chacun : be:8450,dep:15
help-arg-catalogue-within = Ce qui est proche : 30km à vol d’oiseau, ou 45min des temps de trajet chargés
help-arg-company-headcount = L’effectif de l’entreprise par métier et par âge (docs/layouts.md)
help-arg-company-files = Fichiers, dossiers, ou un projet : enquêtes, tensions, formations
help-arg-company-territory = Code typé : be:8450, dep:15, reg:84, ze:8403…
help-arg-map-inputs = Fichiers ou dossiers avec une enquête BMO
help-arg-map-geo = Contours : un fichier GeoJSON de communes, bassins, départements ou régions
help-arg-map-indicator = Identifiant d’un indicateur (voir `bassin indicators`)
help-arg-map-territory = Une région ou un département dessine ce qu’il contient ; un bassin est marqué
help-arg-map-level = be, dep, reg, ze, clpe ou epci (epci avec le tableau de ses communes parmi les fichiers) ; par défaut le plus fin des trois premiers que les contours permettent
help-arg-map-occupation = Un métier de l’enquête : V0X60 ou fap2021:V0X60
help-arg-map-year = Année de l’enquête ; par défaut la dernière chargée
help-arg-map-classes = Bornes entre classes, croissantes, parts de 0 à 1 ; quantiles par défaut
help-arg-map-out = Image à écrire : .svg ou .png
help-arg-map-date = Date de l’analyse, la seule dans l’image ; par défaut aujourd’hui
help-arg-survey-kit-out = Dossier où les fichiers sont écrits
help-arg-survey-kit-wave = Distingue une vague de la suivante ; par défaut l’année en cours
help-arg-survey-kit-collector = Qui interroge, et qui promet le secret
help-arg-survey-kit-contact = Où les réponses sont envoyées : une adresse, un nom
help-arg-survey-kit-deadline = Dernier jour pour répondre, comme 2026-06-30 ; dans trente jours par défaut
help-arg-survey-kit-title = Titre de l’enquête
help-arg-survey-kit-communes = Remplit la liste déroulante des communes avec celles d’un territoire : be:8450
help-arg-survey-kit-commune-names = Tableaux de communes qui donnent leurs noms ; la liste intégrée n’a que les codes
help-arg-survey-kit-force = Remplace les fichiers de mêmes noms
help-arg-survey-collect-inputs = Questionnaires remplis, ou dossiers qui en contiennent
help-arg-survey-collect-out = Dossier où les tableaux sont écrits
help-arg-survey-collect-force = Remplace les tableaux de mêmes noms
help-arg-survey-weights-responses = Tableaux de l’enquête : établissements, et métiers pour les estimations ; ou un projet, dont le territoire, le répertoire et les poids servent là où aucune option ne dit autrement
help-arg-survey-weights-frame = Répertoire d’établissements, ou tableau d’effectifs par secteur et taille. Sans lui chaque réponse compte pour un
help-arg-survey-weights-territory = Code typé : be:8450, dep:15, reg:84 ; par défaut le bassin, si tous sont d’un seul, sinon tout
help-arg-survey-weights-method = Comment les poids rejoignent les marges ; raking par défaut
help-arg-survey-weights-bounds = Rapports acceptés des poids finaux aux poids initiaux : bas,haut autour de 1 ; 0.3,3 par défaut
help-arg-survey-weights-take-all = Salariés à partir desquels un établissement ne vaut que pour lui-même ; 50 par défaut
help-arg-survey-estimate-seed = Graine du bootstrap : la même donne les mêmes chiffres ; celle du projet, sinon 1
help-arg-survey-estimate-replicates = Répliques du bootstrap ; 0 pour aucune
help-arg-survey-estimate-min-score = Les libellés sans code comptent pour la fiche ROME à laquelle ils ressemblent à partir de ce score, de 0 à 1 ; 0,9 par défaut. Un projet décide lui-même de ses libellés, et n’en prend pas
help-arg-survey-match-labels = Libellés ; ou fichiers : un libellé par ligne, ou un tableau avec une colonne `libelle_metier`
help-arg-survey-match-min-score = Laisse de côté ce qui a un score moindre, de 0 à 1
help-arg-funding-audience = Qui est formé ; plusieurs décrivent les mêmes personnes : job-seekers, job-seekers-far, employees, young, disabled, insertion, spouses, outside-basin
help-arg-funding-hours = Heures de formation pour une personne
help-arg-funding-date = Premier jour de la formation : les règles de ce jour valent ; par défaut celles d’aujourd’hui
help-arg-funding-content = certifying, blocks, short-adaptation, short-access ou tutoring
help-arg-funding-contract = Ce que l’employeur promet, avec ses mois : cdi, cdd:6, professionnalisation:12, apprentissage:12, saisonnier:4, interim:6, ou none
help-arg-funding-group = Pour un groupe de personnes
help-arg-funding-one-person = Pour une personne à la fois
help-arg-funding-employer-size = Salariés de l’entreprise
help-arg-funding-territory = Code typé : be:8450, dep:15, reg:84
help-arg-funding-devices = Dispositifs à vous, dans la forme de assets/params/financing.ron
help-heading-usage = Utilisation
help-heading-commands = Commandes
help-heading-arguments = Arguments
help-heading-options = Options
help-values = (au choix : {$list})
help-default = (par défaut : {$value})
parameter-main-sector-share = part des embauches d’un métier qui en fait le secteur
planned-devices = Dispositifs de financement à vous
planned-devices-none = Aucun : seuls les dispositifs intégrés sont examinés.
planned-devices-of = {$file} : ses dispositifs s’ajoutent à ceux qui sont intégrés, ou prennent la place de ceux du même identifiant.
planned-devices-add = Charger un fichier de dispositifs…
planned-devices-remove = Retirer ces dispositifs
need-grounds = {$source} ; créations : {$creation} ; départs : {$departures}
creating-announced = annoncées par les employeurs pour un an
creating-announced-then-rate = annoncées par les employeurs pour un an, puis croissance régionale
creating-rate = croissance régionale, faute d’annonce
creating-unknown = inconnues
leaving-announced = retraites annoncées par les employeurs
leaving-pace = retraites annoncées à 36 mois, au même rythme
leaving-announced-then-ages = retraites annoncées à 36 mois, puis d’après les âges
leaving-ages = d’après les âges des salariés
leaving-rate = taux régional, faute d’annonce et d’âges
leaving-unknown = inconnus
indicator-need-creations-name = Postes à créer dans l’année
indicator-need-creations-definition = Projets de recrutement des douze prochains mois qui créent un poste ; les suppressions ne sont pas demandées.
indicator-need-creations-nulls = Caché sous trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-aged-50-54-name = Salariés de 50 à 54 ans
indicator-need-aged-50-54-definition = Salariés du métier âgés de 50 à 54 ans, d’après les réponses redressées sur le répertoire.
indicator-need-aged-50-54-nulls = Caché sous onze personnes ou trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-aged-55-59-name = Salariés de 55 à 59 ans
indicator-need-aged-55-59-definition = Salariés du métier âgés de 55 à 59 ans, d’après les réponses redressées sur le répertoire.
indicator-need-aged-55-59-nulls = Caché sous onze personnes ou trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.
indicator-need-aged-60-plus-name = Salariés de 60 ans et plus
indicator-need-aged-60-plus-definition = Salariés du métier âgés de 60 ans et plus, d’après les réponses redressées sur le répertoire.
indicator-need-aged-60-plus-nulls = Caché sous onze personnes ou trois répondants, quand un seul domine, ou pour couvrir un autre chiffre ; sans valeur quand l’intervalle est trop large.

## Le PDF
pdf-table = Tableau
pdf-figure = Figure
pdf-mark = Repère
pdf-page = page {$page} / {$pages}
pdf-dated = Analyse du {$date}
pdf-letters =
    { $count ->
        [one] Un caractère n’a pas de dessin dans la police du PDF et y devient □ : {$list}
       *[other] {$count} caractères n’ont pas de dessin dans la police du PDF et y deviennent □ : {$list}
    }
pdf-error-logo = Le logo n’est pas une image PNG lisible : choisissez-en une autre dans les réglages ({$detail})
pdf-error-picture = La figure « {$caption} » n’est pas une image SVG lisible ({$detail})
pdf-error-pages = Les pages du PDF n’ont pas pu être composées : {$detail}
pdf-error-without = Cette version de Bassin n’écrit pas de PDF : elle a été compilée sans la fonction « pdf »
## Ligne de commande : d’où vient un chiffre
help-trace = D’où viennent les chiffres d’un nom court : K7Q2XA-9F, ou K7Q2XA pour une ligne
help-arg-trace-id = Tel qu’imprimé : K7Q2XA-9F pour un chiffre, K7Q2XA pour tous ceux d’une ligne
help-arg-trace-inputs = Fichiers, dossiers, ou un projet
help-arg-trace-territory = Code typé : be:8450, dep:15, reg:84, ze:8403… ; celui du projet par défaut
help-arg-trace-perimeter = Texte ou CSV de codes communes : le territoire, ou un point de comparaison à côté de --territory
help-arg-trace-benchmark = Territoires auxquels le document compare ; ceux du projet par défaut
help-arg-trace-year = Année de l’enquête ; celle du projet, sinon la plus récente chargée
help-arg-trace-params = Changements de la méthode, en données lisibles
help-arg-trace-date = Date de l’analyse, comme imprimée dans le document ; par défaut aujourd’hui
number-entrants-3y = Personnes formées qui entrent en emploi dans le métier sur le territoire, en trois ans.
help-report = Les documents d’une analyse : note, fiches, programmes, bulletin, annexe, plan d’actions et son évaluation, atelier
help-arg-report-inputs = Un projet, ou des fichiers et des dossiers. Avec un projet, son territoire, sa méthode et ce qu’il a décidé des documents valent, et ce qui sort entre dans sa mémoire
help-arg-report-territory = Code typé : be:8450, dep:15, reg:84… Par défaut celui du projet
help-arg-report-year = Année de l’enquête ; par défaut celle du projet, sinon la dernière chargée
help-arg-report-document = note, occupation, sector, programmes, body, company, respondent, bulletin, method, plan, evaluation, workshop
help-arg-report-format = docx et pdf pour les documents ; xlsx, csv, json et parquet pour leurs chiffres
help-arg-report-occupation = Métiers des fiches : V0X60,J3X43
help-arg-report-top = Fiches des premiers métiers de la liste, en ce nombre
help-arg-report-sector = Sections de la NAF (A à U) ; par défaut toutes celles dont quelque chose est dit
help-arg-report-respondent = Identifiants de répondants : à chacun sa fiche et celle de personne d’autre
help-arg-report-number = Numéro de la fiche du premier répondant : les noms de fichiers n’en disent pas plus
help-arg-report-catalogue = Catalogue de l’organisme de formation, pour `body`
help-arg-report-headcount = Effectifs de l’entreprise, pour `company` ; ils n’entrent dans aucun autre document
help-arg-report-date = Date de l’analyse, la seule dans les fichiers ; par défaut aujourd’hui
help-arg-report-out = Dossier où les fichiers sont écrits, jamais par-dessus une source
help-chart = Un graphique d’un territoire en image : intervalles, quadrant, évolution, causes, colonnes, bilan
help-arg-chart-files = Fichiers, dossiers, ou un projet
help-arg-chart-territory = Code typé : be:8450, dep:15, reg:84, ze:8403…
help-arg-chart-kind = intervals, quadrant, trend, causes, columns ou balance
help-arg-chart-occupation = Codes de métiers : V0X60 ou fap2021:V0X60 ; plusieurs pour une évolution. Causes et bilan portent sur un seul ; sans lui, une évolution porte sur les familles et les colonnes sur les secteurs
help-arg-chart-out = Image à écrire : .svg ou .png
help-arg-chart-date = Date de l’analyse, la seule dans l’image ; par défaut aujourd’hui

## Documents dans la fenêtre
documents-as-preview = Aperçu
documents-as-hidden = Ce qui est masqué
documents-kind = Document
documents-about-note = Pour un élu ou un comité : ce qui est en tension, avec quelle sûreté, pourquoi, et ce qui ne relève pas de la formation.
documents-about-occupation = Une page par métier, à remettre à une entreprise, à un organisme ou à un élu.
documents-about-sector = Les métiers d’un secteur d’activité et ce que ses employeurs en disent.
documents-about-programmes = Les programmes de formation continue proposés, une page chacun et un tableau de synthèse, pour qui finance.
documents-about-body = Où le catalogue d’un organisme répond aux besoins d’ici, et où il n’y mène pas.
documents-about-company = Ce que le bassin dit des métiers d’une entreprise, sans aucun autre employeur.
documents-about-respondent = Sa place parmi les autres répondants, pour lui seul ; le secret est vérifié.
documents-about-bulletin = Ce qui a changé depuis l’édition précédente, en deux pages.
documents-about-method = Comment les chiffres sont faits : formules, réglages, sources.
documents-catalogue = Catalogue de l’organisme
documents-identifier = Identifiant du répondant
documents-number = Numéro du retour
documents-number-unread = Donnez un numéro : il nomme le fichier, et rien d’autre ne le nomme.
documents-prepare = Préparer
documents-no-body = Chargez le catalogue de l’organisme à l’étape Sources : la fiche en est tirée.
documents-no-headcount = Choisissez l’effectif de l’entreprise, à gauche.
dress-title = Présentation : organisme, logo, couleur
dress-about = La même pour tous les documents de ce projet.
dress-organisation = Qui publie
dress-logo = Logo (PNG)
dress-logo-choose = Choisir un logo…
dress-logo-remove = Retirer le logo
dress-logo-shows = Ce que montre le logo
dress-logo-silent = Dites ce que montre le logo : il est lu à qui ne le voit pas.
dress-logo-bad = {$path} ne peut pas servir de logo : il faut un PNG d’au plus 4 000 points de côté.
dress-accent = Couleur des titres
dress-accent-blue = Bleu
dress-accent-green = Vert
dress-accent-burgundy = Bordeaux
dress-accent-plum = Prune
dress-accent-brown = Brun
dress-accent-slate = Ardoise
dress-accent-back = Couleur d’origine
dress-accent-unread = Une couleur s’écrit en six chiffres ou lettres de A à F, par exemple #1F4E79.
dress-contrast-enough = Contraste avec le papier : {$ratio} pour 1, lisible (il en faut 4,5).
dress-contrast-pale = Contraste avec le papier : {$ratio} pour 1, trop pâle (il en faut 4,5). Les titres seront assombris en {$ink}.
documents-no-identifier = Donnez l’identifiant d’un répondant. Il n’est gardé nulle part, et le fichier ne porte que le numéro.
documents-no-sector = Rien n’est dit d’un secteur : il y faut des offres d’emploi ou une enquête locale.
documents-nothing = Aucun métier sur ce territoire.
documents-all-sectors = exporter tous les secteurs
documents-parts = Parties : {$on} sur {$all}
documents-parts-help = Décochez ce qui ne doit pas y être ; ▲ fait remonter une partie.
documents-raise = Faire remonter : {$part}
documents-parts-back = Revenir aux parties d’origine
documents-part-facts = Chiffres clés
documents-part-lever = Ce qu’il convient de faire
documents-part-comparison = Ici et ailleurs
documents-part-chart = Graphique
documents-part-pages = Une page par programme retenu
documents-part-others = Une page pour chaque autre candidat
documents-part-reading = Comment lire ce document
documents-words = Vos mots
documents-title = Titre (vide : celui d’origine)
documents-words-help = Une ligne vide sépare deux paragraphes ; un tiret ouvre une liste. Un chiffre cité par son nom court, entre accolades, reste à jour.
documents-figure = Chiffre à citer
documents-figure-none = cliquez un chiffre de l’aperçu, ou choisissez
documents-insert-introduction = Citer dans l’introduction
documents-insert-conclusions = Citer dans les conclusions
documents-broken = « {$written} » n’est le nom d’aucun chiffre de ce document.
documents-broken-help = Le texte montre ces noms tels quels, suivis de (?) : corrigez-les, ou retirez-les.
documents-click = Cliquez un chiffre pour savoir d’où il vient ; son nom court le suit.
documents-refused = Ce document n’est pas fait : {$why}
documents-failed = Le document n’a pas pu être composé ; le projet n’est pas touché.
documents-hidden-none = Rien n’est masqué : aucune réponse d’enquête n’entre dans ces documents.
documents-hidden-count =
    { $count ->
        [one] {$shown} chiffre masqué par le secret
       *[other] {$shown} chiffres masqués par le secret
    }
documents-as-paper = Document :
documents-as-figures = Ses chiffres :
documents-format-docx = Word
documents-format-pdf = PDF
documents-format-xlsx = Excel
documents-format-csv = CSV
documents-format-json = JSON
documents-format-parquet = Parquet
documents-writing = écriture : {$done} sur {$all}

# Lectures officielles côte à côte
table-readings = Lectures officielles
table-readings-about = Toutes les classes officielles lues pour un métier qui en a plus d’une, ou qui n’a que des lectures incertaines. « Retenue » : celle que montre le diagnostic, l’échelon publié le plus fin. Les autres sont un contexte : elles ne sont jamais mêlées à elle. Une fiche ROME ou un code d’une autre édition de la FAP peut couvrir plusieurs métiers ; le nombre est alors dit.
column-reading-of = Lecture
column-reading-kept = Retenue
column-reading-class = Classe officielle
column-reading-lever = Levier que ses causes appellent
reading-of-basin = France Travail, fiche ROME de ce seul métier au bassin ({$year}) ; méthode non publiée
reading-of-dares = Dares, {$rung} ({$year})
reading-of-dares-converted = Dares, {$rung} ({$year}), lue sous {$code}
reading-code = {$code} « {$label} », FAP {$edition}
reading-of-rome = France Travail, fiche ROME {$card} au bassin ({$year}) ; méthode non publiée
reading-shared = {$words} ; ce code couvre {$count} { FORM($count, "métier", "métiers") }
portrait-readings-apart = Une autre lecture officielle est de l’autre côté du seuil de tension : {$list}.
portrait-readings-unsure = Lectures officielles incertaines, montrées sans être retenues : {$list}.
portrait-reading = classe {$class} sur 5 ({$words})
reason-other-lever = Une autre lecture officielle mènerait à un autre levier : {$lever} ({$words}).
sheet-readings = Autres lectures officielles
sheet-readings-about = Un contexte, jamais mêlé à la classe retenue.
sheet-reading-class = classe {$class} sur 5

# Réglages modifiés, listes sans surprise
bar-settings-changed = { $count ->
    [one] {$count} réglage modifié
   *[other] {$count} réglages modifiés
  }
bar-find-none = Aucun territoire de ce nom ou de ce code dans les fichiers chargés.
cli-list-about = Métiers signalés, dans l’ordre des recommandations : rang, code, métier, projets publiés (ou bornes), probabilité P de dépasser le seuil, levier
cli-list-evidence = Signalés par les données du territoire
cli-list-presumed = Présumés, à part : d’après le département, la région ou la France, à confirmer sur place
cli-list-official = En tension d’après leur classe officielle
paper-list-presumed-caption = Métiers présumés d’après le département, la région ou la France, à confirmer sur place
cli-list-empty = Aucun métier signalé.

# Familles de part et d’autre d’un changement de nomenclature
evolution-family = même intitulé dans les deux éditions ; des métiers ont pu changer de famille
chart-break-families = Trait vertical : la nomenclature des métiers change. Une famille garde son intitulé, mais des métiers ont pu en changer : les deux côtés se comparent avec prudence, et rien n’est relié.
chart-seen-families = De {$before} à {$after}, la nomenclature des métiers change ({$old}, puis {$new}) : des métiers ont pu changer de famille, ces années se comparent avec prudence.

# Cartes : ce que les teintes ne disent pas
map-unsettled = { $count ->
    [one] Pour {$shown} territoire, les bornes couvrent plusieurs teintes : sa teinte n’y est pas une différence établie.
   *[other] Pour {$shown} territoires, les bornes couvrent plusieurs teintes : leur teinte n’y est pas une différence établie.
  }

# Causes d’un métier sans signe de tension
chart-causes-quiet = Causes publiées, sans signe de tension sur le territoire : {$label}

# Le même message sur plusieurs lignes
cli-same-issue = { $count ->
    [one] — et {$shown} autre fois
   *[other] — et {$shown} autres fois
  }

# Le barème lu dans l’édition de son fichier
cli-anchor-edition = Codes de la FAP 2009, l’édition de ce fichier. « analyse » lit les métiers dans l’édition de l’enquête de l’année et passe de l’une à l’autre : un métier qui correspond à plusieurs codes peut y avoir une autre classe.
## Archive du projet

menu-archive = Archive du projet…
dialog-archive = Archive de projet Bassin
error-not-empty = ce dossier n’est pas vide : rien n’y est écrit ; choisissez-en un autre
error-archive-to-restore = Archive de projet, laissée de côté : ouvrez-la d’abord avec `bassin restore` : {$path}
error-archive-no-project = Pas un projet enregistré (.bassin) : {$path}
error-archive-none-and-more = --with none ne se combine avec aucun autre choix
archive-title = Archive du projet
archive-always = Un seul fichier, à remettre à un collègue ou à garder pour l’an prochain. Il contient toujours le projet : territoire, réglages de la méthode, dispositifs à vous, décisions, vos textes et votre logo, et l’empreinte de chaque source. Choisissez ce qui l’accompagne.
archive-with-public = Les sources publiées
archive-with-public-help = Enquête BMO, tensions, certifications, nomenclatures… : chacun peut les obtenir.
archive-with-own = Vos fichiers sans aucune réponse
archive-with-own-help = Catalogues de formation, offres d’emploi (qui peuvent nommer un employeur), demande d’emploi, temps de trajet, programmes réussis, cartes.
archive-with-respondents = Les réponses des employeurs et des acteurs, le répertoire d’établissements, les effectifs d’entreprise
archive-with-respondents-help = Avec ce choix seulement : les réponses, la mémoire des exports, les libellés écrits par les employeurs, et tout fichier dont une partie n’a pas été reconnue.
archive-treat = Cette archive contient des réponses, ou de quoi les retrouver : gardez-la et transmettez-la comme les réponses elles-mêmes.
archive-own-words = Aucune réponse n’est dans l’archive ; ce que vous avez écrit vous-même (introductions, conclusions, notes, noms) y est tel quel.
archive-memory-inside =
    { $count ->
        [one] La mémoire de {$shown} export est dans l’archive.
       *[other] La mémoire de {$shown} exports est dans l’archive.
    }
archive-memory-left =
    { $count ->
        [one] La mémoire de {$shown} export n’est pas dans l’archive, car elle permet de retrouver des réponses. L’archive sait qu’elle lui manque : qui aurait les réponses devrait exporter depuis le projet d’origine.
       *[other] La mémoire de {$shown} exports n’est pas dans l’archive, car elle permet de retrouver des réponses. L’archive sait qu’elle lui manque : qui aurait les réponses devrait exporter depuis le projet d’origine.
    }
archive-labels-left =
    { $count ->
        [one] Hors de l’archive : {$shown} libellé de métier écrit par un employeur, avec ce qu’il veut dire.
       *[other] Hors de l’archive : {$shown} libellés de métier écrits par des employeurs, avec ce qu’ils veulent dire.
    }
archive-traces-left =
    { $count ->
        [one] Hors de l’archive : le nom des fichiers de réponses sur lesquels {$shown} action a été décidée.
       *[other] Hors de l’archive : le nom des fichiers de réponses sur lesquels {$shown} actions ont été décidées.
    }
archive-mappings-left =
    { $count ->
        [one] Hors de l’archive : la lecture de {$shown} formulaire de réponses, qui cite ce qui y est écrit.
       *[other] Hors de l’archive : la lecture de {$shown} formulaires de réponses, qui cite ce qui y est écrit.
    }
archive-forgotten =
    { $count ->
        [one] Ce projet vient d’une archive sans la mémoire de {$shown} export : une réponse pourrait être retrouvée par différence avec ce qui est déjà sorti. Exportez plutôt depuis le projet d’origine.
       *[other] Ce projet vient d’une archive sans la mémoire de {$shown} exports : une réponse pourrait être retrouvée par différence avec ce qui est déjà sorti. Exportez plutôt depuis le projet d’origine.
    }
archive-other-version = Faite par Bassin {$version} : les listes et paramètres fournis avec cette version-ci peuvent différer.
archive-source = {$name} ({$kinds}) : {$why}
archive-source-unread = {$name} : {$why}
archive-why-chosen = dans l’archive
archive-why-not-chosen = hors de l’archive, non choisi
archive-why-unread = hors de l’archive : une partie n’a pas été reconnue et peut contenir des réponses
archive-why-absent = hors de l’archive : fichier introuvable, illisible ou non lu
archive-why-built-in = fourni avec Bassin
archive-why-too-large = hors de l’archive : plus d’un gibioctet
archive-reading = Des sources sont en cours de lecture : l’archive attend de savoir ce qu’elles contiennent.
archive-save = Enregistrer l’archive…
archive-save-beside = Enregistrer à côté du projet
archive-leave = Ne rien faire
archive-written = L’archive est écrite :
archive-failed = L’archive n’a pas pu être traitée ; le projet n’est pas touché.
archive-changed = Cette source a changé depuis sa lecture : relisez-la avant de faire l’archive : {$path}
archive-too-large = Les sources choisies dépassent deux gibioctets : choisissez-en moins.
archive-alone = Une archive de projet s’ouvre seule : elle n’est pas ajoutée aux sources.
archive-looked-title = Ouvrir une archive de projet
archive-unsaved = Le projet ouvert a des changements qui ne sont pas enregistrés : ils laisseront la place à celui de l’archive.
archive-into = Ce qu’elle contient sera écrit dans un dossier neuf : {$folder}
archive-open-beside = Ouvrir à côté de l’archive
archive-folder = Choisir un autre dossier…
archive-spoilt = Pas écrit : « {$name} » manque dans l’archive, ou n’est plus ce qui y avait été mis
archive-refused-of = {$why} : {$detail}
archive-refused-not-one = Ce fichier n’est pas une archive de projet Bassin
archive-refused-damaged = L’archive est abîmée : rien n’est écrit
archive-refused-newer = L’archive vient d’une version plus récente de Bassin, qu’il faut installer
archive-refused-cancelled = L’ouverture de l’archive est abandonnée : rien n’est écrit
archive-refused-twice = L’archive a été trafiquée (deux membres d’un même nom) : rien n’est écrit
archive-refused-path = L’archive a été trafiquée (un nom qui mène hors du dossier) : rien n’est écrit
archive-refused-unlisted = L’archive a été trafiquée (un membre qu’elle n’annonce pas) : rien n’est écrit
archive-refused-not-a-file = L’archive a été trafiquée (un lien, un dossier ou un membre chiffré) : rien n’est écrit
archive-refused-too-large = L’archive se dilate au-delà de ce qu’elle annonce ou de ce qui est admis : rien n’est écrit
archive-refused-altered = Le projet de l’archive n’est plus celui qui y avait été mis : rien n’est écrit
archive-refused-elsewhere = L’archive a été trafiquée (son projet désigne un fichier d’ailleurs) : rien n’est écrit
help-archive = Un projet en un fichier, à remettre ou à garder : ses décisions, et les sources choisies
help-restore = Ouvre l’archive d’un projet dans un dossier à elle
help-arg-archive-project = Un projet enregistré
help-arg-archive-out = Fichier à écrire ; `.bassin.zip` est ajouté si ce n’est pas un zip
help-arg-archive-with = Ce qui accompagne le projet : public (fichiers publiés), own (vos catalogues, offres et cartes), respondents (réponses, noms d’établissements, effectifs, mémoire des exports), all ou none
help-arg-restore-archive = L’archive d’un projet
help-arg-restore-out = Dossier à écrire, absent ou vide

## D’où vient un chiffre d’un document pour un seul lecteur

help-arg-trace-catalogue = Catalogue de l’organisme de formation dont la fiche d’écarts porte ce nom
help-arg-trace-headcount = Effectif de l’entreprise dont le dossier porte ce nom
help-arg-trace-respondent = Identifiant du répondant dont le retour porte ce nom

## Impression du classeur

workbook-printed = colonnes 1 à {$on} sur {$all}, la suite à l’écran
## Plan d’actions : ce qu’il est
actor-kind-local = commune ou agglomération
actor-kind-chamber = chambre consulaire
actor-kind-state = service de l’État
actor-kind-france-travail = France Travail
actor-kind-region = Région
actor-kind-opco = OPCO
actor-kind-training-body = organisme de formation
actor-kind-company = entreprise
actor-kind-association = association
actor-kind-other = autre
action-status-idea = idée
action-status-decided = décidée
action-status-running = en cours
action-status-done = terminée
action-status-stopped = arrêtée
action-role-accountable = répond de l’action
action-role-responsible = réalise
action-role-consulted = est consulté
action-role-informed = est informé
practice-existing = à diffuser
practice-new = à démarrer
indicator-kind-achievement = réalisation
indicator-kind-result = résultat
direction-up = à la hausse
direction-down = à la baisse
reached-yes = atteint
reached-partly = atteint en partie
reached-no = non atteint
reached-not-known = rien de mesuré qui le dise
places-opened = places ouvertes
places-entered = entrés en formation
places-completed = allés au bout
places-employed-6 = en emploi à six mois
places-there-12 = toujours là à douze mois
plan-event-added = action écrite
plan-event-adopted = recommandation adoptée
plan-event-decided = décision, sur les chiffres gardés
plan-event-signed-off = validation
plan-event-status = changement d’état
plan-event-lead = chef de file
plan-event-milestone = jalon atteint
plan-event-measured = mesure
plan-event-realised = point de réalisation
plan-event-evaluated = bilan changé
plan-evaluated = {$part}, où l’on lisait « {$former} »
plan-evaluated-empty = {$part}, jusque-là vide
plan-evaluated-done = ce qui a été fait
plan-evaluated-hindered = ce qui a gêné
plan-evaluated-follows = les suites
plan-evaluated-reached = objectif atteint
plan-evaluated-year = année {$year}
plan-event-removed = suppression
plan-event-year-started = nouvelle année
plan-event-note = remarque
edit-plan-seed = le point de départ du plan d’actions
edit-plan-lists = leviers, cibles et temps de travail
edit-plan-actor = acteur
edit-plan-add = nouvelle action
edit-plan-adopt = action tirée d’une recommandation
edit-plan-sheet = fiche d’action
edit-plan-status = état d’une action
edit-plan-decide = décision d’une action
edit-plan-sign = validation d’une action
edit-plan-lead = chef de file
edit-plan-milestone = jalon
edit-plan-indicator = indicateur
edit-plan-measure = mesure d’un indicateur
edit-plan-realised = point de réalisation
edit-plan-evaluate = bilan d’une action ou d’une année close
edit-plan-remove = suppression dans le plan d’actions
edit-plan-workshop = atelier
edit-plan-merge = regroupement de propositions
edit-plan-paste = collage dans le plan d’actions
edit-plan-note = remarque au journal
edit-plan-year = passage à une nouvelle année

## Plan d’actions : ce qu’il dit
plan-name-gone = {$name} (supprimé)
plan-name-unknown = {$id} (inconnu)
plan-finding-no-lead = « {$action} » n’a pas de chef de file
plan-finding-two-leads = « {$action} » a plusieurs chefs de file : {$actors}
plan-finding-broken-lead = « {$action} » : son chef de file n’est plus dans le registre, {$actor}
plan-finding-overload = {$actor} mène {$count} { FORM($count, "action", "actions") } à la fois, pour {$capacity} { FORM($capacity, "annoncée", "annoncées") } : {$actions}
plan-finding-alike = « {$a} » et « {$b} » font peut-être la même chose : {$why}
plan-shared-across = chefs de file différents
plan-shared-lever = même levier, {$lever}
plan-shared-targets = même cible, {$list}
plan-shared-occupations = même métier, {$list}
plan-shared-words = mots en commun, {$list}
plan-due-milestone = jalon « {$milestone} » de « {$action} »
plan-due-end = fin de « {$action} »
plan-due-measure = mesure de « {$indicator} »
plan-due-late = {$what} : attendu le {$date}, {$days} { FORM($days, "jour", "jours") } de retard
plan-due-today = {$what} : attendu ce jour, le {$date}
plan-due-coming = {$what} : attendu le {$date}, dans {$days} { FORM($days, "jour", "jours") }
plan-too-many = {$count} { FORM($count, "indicateur", "indicateurs") } : au-delà d’une douzaine, personne ne les tient à jour
plan-withheld = masqué : tiré de réponses à l’enquête, pas encore sorti du projet
plan-hidden = masqué
plan-figure-dated = {$value} en {$year}
plan-points = {$points} { FORM($points, "point", "points") }
plan-followed-then = {$label} : {$then} ; {$change}
plan-followed = {$label} : {$then}, {$now} ; {$change}
plan-followed-difference = {$difference}, {$change}
plan-change-up = hausse plus grande que le bruit : les deux intervalles à {$level} sont disjoints
plan-change-down = baisse plus grande que le bruit : les deux intervalles à {$level} sont disjoints
plan-change-unchanged = inchangé, intervalle compris
plan-change-within-noise = pas plus que le bruit : les deux intervalles à {$level} se recouvrent
plan-change-cannot-say = on ne peut rien dire du changement : {$why}
plan-why-not-loaded = aucun fichier lu ne donne le chiffre d’aujourd’hui
plan-why-same-year = les fichiers lus sont de l’année de la décision
plan-why-earlier = les fichiers lus sont d’une année antérieure à la décision
plan-why-territory = le territoire n’est plus le même
plan-why-method = les réglages de la méthode ont changé entre-temps
plan-why-broken = la nomenclature des métiers a changé, la série s’arrête
plan-why-missing = les fichiers lus n’ont plus ce chiffre
plan-why-not-given = aucun fichier lu ne donne ce chiffre
plan-why-hidden = le chiffre est masqué, alors ou maintenant
plan-not-kept = non gardé : tiré de réponses à l’enquête, pas encore sorties du projet ce jour-là
plan-why-not-kept = la décision n’a pas gardé ce chiffre, tiré de réponses à l’enquête qui n’étaient pas encore sorties du projet
plan-why-withheld = le chiffre vient de réponses à l’enquête et n’est pas sorti du projet
plan-why-weak = le chiffre est présumé, alors ou maintenant
plan-why-masking = ses bornes sont celles des cellules masquées, qui ne sont pas une marge d’erreur
plan-why-no-interval = son erreur n’est pas connue, ce chiffre n’a pas d’intervalle
plan-places-both = {$name} : {$realised} ; prévision : {$planned}
plan-places-planned = {$name} : rien de dit encore ; prévision : {$planned}
plan-places-realised = {$name} : {$realised}, sans prévision
plan-places-reason = raison notée le {$date} : {$reason}
plan-places-programme = ensemble des actions du programme « {$programme} »
plan-entry = {$date} — {$what}
plan-entry-by = {$date}, {$who} — {$what}
plan-indicator-value = {$value} {$unit}
plan-indicator-latest = {$value} le {$date}
plan-indicator-never = jamais mesuré
plan-indicator-baseline = départ {$value}
plan-indicator-target = cible {$value}
plan-indicator-again = à relever : {$value} d’après {$source}
plan-money-secured = {$funder} : {$sum} (acquis)
plan-money-asked = {$funder} : {$sum}

## Plan d’actions : tiré d’un diagnostic
frozen-label = {$what} — {$of}
plan-adopt-title-none = {$occupation} : action à préciser
plan-adopt-title-training = {$occupation} : former davantage
plan-adopt-title-training-with-commitment = {$occupation} : former, avec un engagement des employeurs
plan-adopt-title-job-quality = {$occupation} : agir sur les conditions d’emploi
plan-adopt-title-widen-pool = {$occupation} : élargir le vivier par des parcours courts
plan-adopt-title-retention = {$occupation} : fidéliser et partager les emplois
plan-adopt-title-mobility = {$occupation} : lever les freins de logement et de mobilité
plan-adopt-title-ask-employers = {$occupation} : interroger les employeurs
plan-indicator-places-name = Places ouvertes — {$occupation}
plan-indicator-places-about = Places de formation ouvertes dans l’année pour le métier « {$occupation} », comptées par les organismes qui les ouvrent.
plan-indicator-places-unit = places
plan-indicator-employed-name = En emploi à six mois — {$occupation}
plan-indicator-employed-about = Personnes formées au métier « {$occupation} » et en emploi sur le territoire six mois après la fin de la formation.
plan-indicator-employed-unit = personnes
plan-indicator-companies-name = Entreprises engagées — {$occupation}
plan-indicator-companies-about = Entreprises qui recrutent le métier « {$occupation} » et qui appliquent ce que l’action prévoit.
plan-indicator-companies-unit = entreprises
plan-indicator-share-name = Part des projets difficiles — {$occupation}
plan-indicator-share-about = Part lissée des projets de recrutement jugés difficiles pour le métier « {$occupation} », relue dans l’enquête de chaque année ; elle ne dit pas si l’action en est la cause.

## Plan d’actions : collé d’un tableur, copié vers lui
plan-column-id = Identifiant
plan-column-question = Question
plan-column-table = Table
plan-column-text = Proposition
plan-column-practice = Pratique
plan-column-occurrences = Occurrences
plan-column-priority = Priorité
plan-column-lever = Levier
plan-column-action = Action
plan-column-occupation = Métier
plan-column-title = Action
plan-column-objective = Objectif
plan-column-targets = Cibles
plan-column-occupations = Métiers
plan-column-sectors = Secteurs
plan-column-wave = Temps de travail
plan-column-lead = Chef de file
plan-column-partners = Partenaires
plan-column-group = Groupe projet
plan-column-begins = Début
plan-column-ends = Fin
plan-column-budget = Budget
plan-column-status = État
plan-column-risks = Risques
plan-column-notes = Notes
plan-column-name = Indicateur
plan-column-kind = Nature
plan-column-definition = Définition
plan-column-source = Source
plan-column-unit = Unité
plan-column-baseline = Valeur de départ
plan-column-baseline-on = Date de départ
plan-column-target = Valeur cible
plan-column-target-on = Date de la cible
plan-column-direction = Sens
plan-column-owner = Responsable
plan-column-every-months = Tous les (mois)
plan-column-next = Prochaine mesure
plan-paste-nothing = Rien à coller
plan-paste-no-titles = La première ligne ne porte pas les titres des colonnes
plan-paste-refused = ligne {$row} laissée de côté, colonne « {$column} » : {$why}
plan-paste-not-a-number = « {$text} » n’est pas un nombre
plan-paste-not-a-sum = « {$text} » n’est pas une somme. Sont lus : 12 000, 12 000,50, Région : 12 000, 12 000,50 € Région, séparés par un point-virgule, suivis de (acquis) pour ce qui est obtenu
plan-paste-not-a-date = « {$text} » n’est pas une date
plan-paste-not-a-code = « {$text} » n’est pas un code avec sa nomenclature, comme fap2021:V0X60, ni une section de la NAF
plan-paste-not-yes-no = « {$text} » n’est ni oui ni non
plan-paste-not-a-word = « {$text} » n’est pas un mot de la liste
plan-paste-no-such-name = « {$text} » ne nomme rien du plan
plan-paste-empty = la cellule est vide, sans elle la ligne ne dit rien
plan-cycle-not-after = {$year} ne vient pas après {$last}, dernière année du plan ou de ses archives

## Plan d’actions : ligne de commande
help-plan-status = Où en est le plan d’actions d’un projet : chefs de file, retards, prévu et réalisé, chiffres
help-arg-plan-status-project = Un projet qui contient un plan d’actions
help-arg-plan-status-date = Le jour pour lequel c’est dit ; aujourd’hui par défaut
error-not-a-project = Ce n’est pas un projet Bassin : {$path}
plan-status-none = Ce projet n’a pas encore de plan d’actions.
plan-status-without-files = Les chiffres d’aujourd’hui n’ont pas pu être lus : ceux des décisions sont montrés seuls.
plan-status-title = Plan d’actions {$year}, au {$date}
plan-status-title-undated = Plan d’actions, au {$date}
plan-status-group = {$name} ({$count})
plan-status-idea = Idées
plan-status-decided = Décidées
plan-status-running = En cours
plan-status-done = Terminées
plan-status-stopped = Arrêtées
plan-status-lead = chef de file : {$lead}
plan-status-ends = fin le {$date}
plan-status-part-findings = À régler
plan-status-part-late = En retard
plan-status-part-indicators = Indicateurs
plan-status-part-places = Prévu et réalisé
plan-status-part-figures = Chiffres des décisions, alors et maintenant
plan-status-decision = « {$action} », chiffres gardés le {$date}
plan-status-no-cause = Un changement n’est pas l’effet de l’action : rien ici ne le mesure.

## Plan d’actions dans les documents : colonnes
column-action = Action
column-action-budget = Budget
column-action-calendar = Calendrier
column-action-decided = Décidée
column-action-funders = Financeurs
column-action-group = Groupe projet
column-action-indicators = Indicateurs
column-action-lead = Chef de file
column-action-lever = Levier
column-action-milestones = Jalons
column-action-notes = Remarques
column-action-objective = Objectif
column-action-occupations = Métiers
column-action-partners = Partenaires
column-action-practice = Pratique
column-action-programme = Programme
column-action-reached = Objectif atteint
column-action-risks = Risques
column-action-sectors = Secteurs
column-action-secured = Dont acquis
column-action-signed = Validée
column-action-status = État
column-action-targets = Cibles
column-action-wave = Temps de travail
column-actor = Acteur
column-actor-can = Ce qu’il peut faire
column-actor-capacity = Peut en mener
column-actor-contact = Contact
column-actor-does = Ce qu’il fait
column-actor-kind = Nature
column-actor-leads = Mène
column-actor-led = Actions dont il répond
column-actor-levers = Leviers
column-actor-parts = Prend part à
column-actor-roles = Rôle
column-closed-actions = Actions
column-closed-carried = Reconduites
column-closed-done = Terminées
column-closed-evaluation = Évaluation
column-closed-on = Close le
column-closed-stopped = Arrêtées
column-closed-year = Année
column-due-date = Échéance
column-due-days = Délai
column-due-kind = Nature
column-due-what = Ce qui est attendu
column-entry-date = Date
column-entry-event = Événement
column-entry-figures = Chiffres de la décision
column-entry-subject = Objet
column-entry-who = Par qui
column-entry-words = Précision
column-euros = Montant
column-figure-change = Changement
column-figure-difference = Écart
column-figure-label = Chiffre
column-figure-now = Aujourd’hui
column-figure-then = À la décision
column-figure-why = Pourquoi rien n’en est dit
column-finding = Constat
column-finding-kind = Nature
column-follow-actions = Actions suivies
column-follow-baseline = Départ
column-follow-baseline-on = Relevé le
column-follow-definition = Définition
column-follow-direction = Sens voulu
column-follow-every = Tous les (mois)
column-follow-indicator = Indicateur
column-follow-kind = Nature
column-follow-latest = Dernière mesure
column-follow-latest-on = Mesuré le
column-follow-measures = Mesures
column-follow-next = Prochaine mesure
column-follow-owner = Qui mesure
column-follow-reached = Cible
column-follow-source = Source
column-follow-target = Valeur visée
column-follow-target-on = Visée pour le
column-frame-actions = Actions
column-frame-begins = Début
column-frame-ends = Fin
column-frame-euros = Budget
column-frame-kind = Nature
column-frame-name = Intitulé
column-frame-note = Précision
column-frame-open = Non closes
column-funder = Financeur
column-measure-note = Remarque
column-measure-on = Date
column-measure-source = Source
column-measure-value = Valeur
column-milestone = Jalon
column-milestone-done = Atteint le
column-milestone-due = Prévu le
column-milestone-state = État
column-near-other = Et cette proposition
column-near-score = Ressemblance (sur cent)
column-near-words = Mots en commun
column-outcome-done = Ce qui a été fait
column-outcome-follows = Suites
column-outcome-hindered = Ce qui a gêné
column-planned-completed = Prévus, allés au bout
column-planned-employed-6 = Prévus, en emploi à six mois
column-planned-entered = Prévus, entrés
column-planned-opened = Places prévues
column-planned-there-12 = Prévus, là à douze mois
column-planned-told = Parcours prévu
column-practice = Pratique
column-programme-actions = Actions
column-programme-partial = Hors total
column-proposal = Proposition
column-realised-completed = Allés au bout
column-realised-employed-6 = En emploi à six mois
column-realised-entered = Entrés
column-realised-on = Point du
column-realised-opened = Places ouvertes
column-realised-reason = Raisons de l’écart
column-realised-source = Source
column-realised-there-12 = Là à douze mois
column-role-accountable = Répond de l’action
column-role-consulted = Consultés
column-role-informed = Informés
column-role-responsible = Réalisent
column-said-by = Numéros des tables
column-said-contributions = Contributions
column-said-groups = Propositions regroupées
column-said-occurrences = Occurrences
column-said-sticker = Gommette
column-said-stickers = Gommettes
column-said-table = Table
column-said-tables = Tables
column-said-under = Regroupée sous
column-said-unsaid = Sans table indiquée
column-secured = Financement
column-then-mark = Nom court
column-then-n = n
column-then-on = Décidé le
column-then-source = Fichiers
column-then-year = Année
column-told-completed = Allés au bout
column-told-employed-6 = En emploi à six mois
column-told-entered = Entrés
column-told-opened = Places ouvertes
column-told-there-12 = Là à douze mois

## Plan d’actions dans les documents : tables
table-plan-actions = Plan d’actions en chiffres
table-plan-actions-about = Le plan d’actions compté : actions, jalons, indicateurs, propositions de l’atelier.
table-cadre-plan = Leviers, cibles, temps
table-cadre-plan-about = Sur quoi le territoire agit, pour qui, en quels temps de travail, et combien d’actions en relèvent.
table-actions = Actions
table-actions-about = Une action par ligne, telle que sa fiche la tient ; saisie dans le projet.
table-acteurs-actions = Qui fait quoi
table-acteurs-actions-about = La matrice : une ligne par acteur et par action où il a un rôle.
table-acteurs = Acteurs
table-acteurs-about = Le registre des acteurs, et ce dont chacun répond parmi les actions non closes.
table-a-regler = À régler
table-a-regler-about = Ce qui manque au plan, ce qui s’y contredit, ce qui y est peut-être en double.
table-jalons = Jalons
table-jalons-about = Les étapes de chaque action, prévues et atteintes.
table-echeances = Échéances
table-echeances-about = Ce qui est en retard, puis ce qui vient dans les trois mois : jalons, fins d’actions, mesures.
table-budget-actions = Budget des actions
table-budget-actions-about = Qui paie combien pour chaque action ; « acquis » : promis par écrit.
table-indicateurs = Indicateurs de suivi
table-indicateurs-about = Ce à quoi le plan est suivi : départ, valeur visée, dernière mesure, qui mesure et quand.
table-mesures = Mesures des indicateurs
table-mesures-about = Chaque mesure, datée et sourcée, dans l’ordre de saisie.
table-suivi = Prévu et réalisé
table-suivi-about = Par action, des places ouvertes aux personnes toujours là à douze mois : réalisé sur prévu. Un tiret : rien n’en est dit, ce qui n’est pas zéro.
table-suivi-programmes = Prévu et réalisé, programmes
table-suivi-programmes-about = Le même parcours par programme ; chaque somme porte sur les actions qui disent à la fois le prévu et le réalisé.
table-chiffres-decision = Chiffres des décisions
table-chiffres-decision-about = Les chiffres sur lesquels chaque action a été décidée, tels qu’ils étaient publiés ce jour-là, et les mêmes aujourd’hui. Un changement n’est pas un effet de l’action.
table-questions-atelier = Questions de l’atelier
table-questions-atelier-about = Ce qui a été répondu à chaque question. Une occurrence n’est pas une part des participants.
table-restitution = Restitution de l’atelier
table-restitution-about = Les propositions regroupées, de la plus souvent écrite à la moins. Une occurrence est une fois où une table l’a écrite, jamais une part des participants.
table-propositions = Propositions de l’atelier
table-propositions-about = Chaque contribution telle qu’elle a été écrite, avec celle sous laquelle elle est regroupée.
table-rapprochements = Rapprochements à confirmer
table-rapprochements-about = Des propositions qui disent peut-être la même chose ; personne ne l’a confirmé, elles sont comptées à part.
table-journal-decisions = Journal des décisions
table-journal-decisions-about = Qui a décidé quoi, quand, sur quels chiffres ; une ligne ne se réécrit pas.
table-bilans-annuels = Bilans des années closes
table-bilans-annuels-about = Chaque année close, avec son évaluation.
table-annees-closes = Actions des années closes
table-annees-closes-about = Les actions de chaque année close, telles qu’elles étaient ce jour-là.

## Plan d’actions dans les documents : mots des tables
fact-plan-actions = Actions
fact-plan-open = Actions non closes
fact-plan-idea = Actions à l’état d’idée
fact-plan-decided = Actions décidées, non engagées
fact-plan-running = Actions en cours
fact-plan-done = Actions terminées
fact-plan-stopped = Actions arrêtées
fact-plan-unbegun = Actions non engagées
fact-plan-signed = Actions validées
fact-plan-levers = Leviers du territoire
fact-plan-levers-used = Leviers qui ont une action
fact-plan-actors = Acteurs du registre
fact-plan-euros = Budget prévu
fact-plan-euros-secured = Budget acquis
fact-plan-places = Places de formation prévues
fact-plan-places-actions = Actions qui prévoient des places
fact-plan-entered = Personnes entrées en formation, là où le prévu est dit
fact-plan-entered-planned = Entrées prévues par les mêmes actions
fact-plan-entered-actions = Actions qui disent les deux
fact-plan-followed = Actions avec un parcours de formation
fact-plan-milestones = Jalons
fact-plan-milestones-due = Jalons échus ou atteints
fact-plan-milestones-done = Jalons atteints
fact-plan-milestones-kept = Jalons atteints dans les temps
fact-plan-late = Échéances en retard
fact-plan-coming = Échéances des trois mois à venir
fact-plan-indicators = Indicateurs
fact-plan-indicators-measured = Indicateurs mesurés au moins une fois
fact-plan-indicators-aimed = Indicateurs qui visent une valeur
fact-plan-indicators-reached = Indicateurs à leur cible
fact-plan-figures = Chiffres gardés avec les décisions
fact-plan-figures-up = Chiffres en hausse au-delà du bruit
fact-plan-figures-down = Chiffres en baisse au-delà du bruit
fact-plan-figures-unchanged = Chiffres inchangés, intervalle compris
fact-plan-figures-noise = Chiffres dont le changement ne dépasse pas le bruit
fact-plan-figures-silent = Chiffres dont rien ne peut être dit
fact-plan-journal = Lignes du journal
fact-plan-questions = Questions de l’atelier
fact-plan-contributions = Contributions
fact-plan-occurrences = Occurrences
fact-plan-tables = Tables
fact-plan-tables-unsaid = Contributions sans numéro de table
fact-plan-groups = Propositions regroupées
fact-plan-alone = Propositions non regroupées
fact-plan-stickers = Gommettes de priorité
fact-plan-existing = Pratiques existantes
fact-plan-new = Pratiques nouvelles
plan-table-from = à partir du {$date}
plan-table-until = jusqu’au {$date}
plan-table-to-name = à désigner
plan-table-no-lever = Sans levier
plan-table-no-question = Sans question
plan-table-untitled = Action sans titre
plan-table-named-text = nommée par le texte du séminaire
plan-table-named-diagram = nommée par son schéma
plan-table-frame-lever = levier
plan-table-frame-target = cible
plan-table-frame-wave = temps de travail
plan-table-milestone-done = {$name} (atteint le {$date})
plan-table-milestone-due = {$name} (prévu le {$date})
plan-table-milestone-kept = tenu
plan-table-milestone-to-come = à venir
plan-table-milestone-not-reached = non atteint, action close
plan-table-milestone-undated = sans date
plan-table-milestone-after = atteint, avec {$shown} { FORM($count, "jour", "jours") } de retard
plan-table-days-late = {$shown} { FORM($count, "jour", "jours") } de retard
plan-table-days-ahead = dans {$shown} { FORM($count, "jour", "jours") }
plan-table-secured = {$funder} : {$sum} (acquis)
plan-table-asked = {$funder} : {$sum} (à confirmer)
plan-table-money-secured = acquis
plan-table-money-asked = à confirmer
plan-table-step = {$step} : {$count}
plan-table-of = {$realised} sur {$planned}
plan-table-partial = {$step} : {$shown} { FORM($count, "action", "actions") }
plan-table-target-reached = atteinte
plan-table-target-not-reached = non atteinte
plan-table-due-milestone = jalon
plan-table-due-end = fin d’action
plan-table-due-measure = mesure
plan-table-finding-no-lead = sans chef de file
plan-table-finding-two-leads = plusieurs chefs de file
plan-table-finding-broken-lead = chef de file retiré du registre
plan-table-finding-overload = surcharge
plan-table-finding-alike = double possible
plan-table-finding-too-many = trop d’indicateurs
plan-table-change-up = hausse au-delà du bruit
plan-table-change-down = baisse au-delà du bruit
plan-table-change-unchanged = inchangé
plan-table-change-within-noise = dans le bruit
plan-table-change-cannot-say = rien à en dire

## Plan d’actions dans les documents : titres
paper-kind-plan = plan d’actions
paper-kind-evaluation = évaluation du plan
paper-kind-workshop = restitution de l’atelier
paper-subtitle-actions = Territoire {$code} · chiffres de l’enquête BMO {$year}
paper-subtitle-code = Territoire {$code}
paper-plan-title = Plan d’actions {$year} : {$subject}
paper-evaluation-title = Évaluation du plan d’actions {$year} : {$subject}
paper-workshop-title = Restitution de l’atelier : {$subject}
documents-about-plan = Le plan d’actions de l’année : leviers, chefs de file, calendrier, budget, indicateurs, et une page par action à signer.
documents-about-evaluation = Ce qui était prévu et ce qui a été fait, ce qui a changé depuis et si le changement dépasse le bruit.
documents-about-workshop = Ce qui a été dit en atelier, regroupé par question et compté en occurrences.
documents-no-actions = Aucun plan d’actions n’est écrit dans ce projet.
documents-part-overview = Toutes les actions en une page
documents-part-sheets = Une page par action
paper-heading-bulletin-done = Ce qui a été fait
paper-heading-plan-missing = Ce qui manque
paper-heading-plan-frame = Leviers, cibles et temps de travail
paper-heading-plan-actions = Les actions, levier par levier
paper-heading-plan-matrix = Qui fait quoi
paper-heading-plan-calendar = Les échéances
paper-heading-plan-budget = Le budget
paper-heading-plan-indicators = Les indicateurs
paper-heading-plan-decided = Sur quoi les actions ont été décidées
paper-heading-plan-limits = Ce que ce plan ne dit pas
paper-heading-evaluation-places = Des places ouvertes à l’emploi : prévu et réalisé
paper-heading-evaluation-programmes = Le même parcours par programme
paper-heading-evaluation-milestones = Les jalons
paper-heading-evaluation-indicators = Les indicateurs
paper-heading-evaluation-changes = Les chiffres des décisions, alors et maintenant
paper-heading-evaluation-closed = Les actions closes
paper-heading-evaluation-years = Les années closes
paper-heading-evaluation-due = Ce qui est en retard, ce qui vient
paper-heading-evaluation-journal = Journal des décisions
paper-heading-workshop-questions = Ce qui a été proposé, question par question
paper-heading-workshop-practices = À diffuser, à démarrer
paper-heading-workshop-links = Ce que le plan en reprend
paper-heading-workshop-alone = Ce qui n’a pas été regroupé
paper-heading-workshop-limits = Comment lire ces comptes
paper-heading-workshop-annex = Toutes les contributions, telles qu’écrites

## Plan d’actions dans les documents : le plan
paper-plan-lead = Sur le territoire « {$territory} », le plan réunit {$shown} { FORM($actions, "action", "actions") } sous {$used} { FORM($levers, "levier", "leviers") } ; {$openshown} { FORM($open, "n’est pas close", "ne sont pas closes") }.
paper-plan-fact-actions = actions
paper-plan-fact-signed = dont {$shown} { FORM($count, "validée", "validées") }
paper-plan-fact-secured = de budget acquis
paper-plan-fact-euros = sur un budget écrit de {$of}
paper-plan-fact-places = places de formation prévues
paper-plan-fact-places-beneath = par {$shown} { FORM($count, "action", "actions") }
paper-plan-fact-indicators = indicateurs suivis
paper-plan-fact-measured = dont {$shown} déjà { FORM($count, "mesuré", "mesurés") }
paper-plan-idea = {$shown} { FORM($count, "reste une idée", "restent des idées") }.
paper-plan-decided = {$shown} { FORM($count, "est décidée et n’a pas commencé", "sont décidées et n’ont pas commencé") }.
paper-plan-running = {$shown} { FORM($count, "est en cours", "sont en cours") }.
paper-plan-done = {$shown} { FORM($count, "est terminée", "sont terminées") }.
paper-plan-stopped = {$shown} { FORM($count, "est arrêtée", "sont arrêtées") }.
paper-plan-nothing-missing = Chaque action non close a un chef de file et un seul, dans la limite de ce qu’il a dit pouvoir mener, et aucune n’en double une autre à la lecture de son titre et de ce qu’elle vise.
paper-plan-missing-title = À régler avant de valider
paper-plan-missing-words = Ces points se lisent dans les fiches elles-mêmes ; tant qu’ils ne sont pas réglés, personne ne sait qui répond de quoi.
paper-plan-no-frame = Aucun levier, aucune cible et aucun temps de travail n’est écrit.
paper-plan-levers = Les leviers du territoire
paper-plan-targets = Les cibles
paper-plan-waves = Les temps de travail
paper-column-lever = Levier
paper-column-target = Cible
paper-column-wave = Temps de travail
paper-plan-no-action = Aucune action n’est écrite.
paper-plan-of-lever = Actions par levier
paper-plan-overview = Toutes les actions
paper-plan-summary = Les actions du plan
paper-plan-summary-note = Budget : somme des financements, acquis ou non. Acquis : promis par écrit.
paper-plan-matrix = Rôles par action
paper-plan-matrix-note = Répond de l’action : le chef de file, ou qui en est dit responsable. Une case vide est un rôle que personne ne tient.
paper-plan-actors = Charge par acteur
paper-plan-actors-note = Mène : actions non closes dont il répond. Peut en mener : ce qu’il a dit lui-même.
paper-due-late =
    { $count ->
        [one] {$shown} échéance est dépassée.
       *[other] {$shown} échéances sont dépassées.
    }
paper-due-none-late = Rien n’est en retard.
paper-due-coming =
    { $count ->
        [one] {$shown} échéance vient dans les trois mois.
       *[other] {$shown} échéances viennent dans les trois mois.
    }
paper-due-caption = Échéances dépassées, puis à venir
paper-plan-no-money = Aucun financement n’est écrit : ni demandé, ni acquis.
paper-plan-money-words = Le budget écrit est de {$all} ; est acquis, c’est-à-dire promis par écrit : {$secured}.
paper-plan-money = Financements par action
paper-plan-no-indicator = Aucun indicateur n’est écrit : rien ne dira si le plan avance.
paper-plan-indicators-words =
    { $count ->
        [one] Le plan est suivi à {$shown} indicateur.
       *[other] Le plan est suivi à {$shown} indicateurs.
    }
paper-plan-indicators = Indicateurs
paper-plan-indicators-note = Réalisation : ce qui est fait. Résultat : ce qui change. L’unité suit le nom.
paper-decided-none = Aucune action ne garde les chiffres de sa décision.
paper-decided-caption = Chiffres des décisions, tels que publiés ce jour-là
paper-decided-note = Entre parenthèses l’intervalle ou les bornes ; n : cellules lues ou réponses. Le nom court retrouve le chiffre dans les documents de ce jour-là.
paper-plan-limit-entered = Ce que les acteurs ont saisi (budgets, places, mesures, dates) est repris tel quel : Bassin ne le vérifie pas et n’en estime rien.
paper-plan-limit-then = Les chiffres d’une décision sont ceux du jour où elle a été prise ; ils ne sont pas remis à jour.
paper-plan-pages = Une page par action
paper-action-sheet = Fiche de l’action
paper-action-lever = Levier
paper-action-targets = Pour qui
paper-action-occupations = Métiers
paper-action-sectors = Secteurs
paper-action-wave = Temps de travail
paper-action-lead = Chef de file
paper-action-partners = Partenaires
paper-action-group = Groupe projet
paper-action-calendar = Calendrier
paper-action-milestones = Jalons
paper-action-funders = Budget et financeurs
paper-action-places = Parcours prévu
paper-action-programme = Programme de formation
paper-action-practice = Pratique
paper-action-risks = Risques
paper-action-status = État : {$status}.
paper-action-decided = Décidée : {$on}.
paper-action-signed = Validée : {$on}.
paper-action-unsigned = Pas encore validée.
paper-action-decided-caption = Décidée sur ces chiffres, tels que publiés ce jour-là
paper-action-hidden = Gardés avec la décision et non montrés ({$why}) : {$list}.
paper-action-sign = Accord
paper-action-sign-for = Pour
paper-action-sign-as = En tant que
paper-action-sign-name = Nom et qualité
paper-action-sign-date = Date et signature
paper-action-sign-lead = chef de file
paper-action-sign-partner = partenaire qui réalise
paper-action-to-name = (à désigner)

## Plan d’actions dans les documents : l’évaluation
paper-evaluation-lead = Sur le territoire « {$territory} », {$doneshown} { FORM($done, "action est terminée", "actions sont terminées") } sur {$shown} ; {$runningshown} { FORM($running, "est en cours", "sont en cours") } et {$unbegunshown} { FORM($unbegun, "n’a pas commencé", "n’ont pas commencé") }.
paper-evaluation-fact-done = actions terminées
paper-evaluation-of-actions = sur {$of} au plan
paper-evaluation-fact-kept = jalons tenus dans les temps
paper-evaluation-of-milestones = sur {$of} { FORM($count, "échu ou atteint", "échus ou atteints") }
paper-evaluation-fact-entered = personnes entrées en formation
paper-evaluation-of-entered = sur {$of} { FORM($count, "prévue", "prévues") }, là où les deux sont dits
paper-evaluation-fact-reached = indicateurs à leur cible
paper-evaluation-of-indicators = sur {$of} qui en ont une
paper-evaluation-cause-title = Ce que cette évaluation ne dit pas
paper-evaluation-cause = Elle met côte à côte ce qui a été fait et ce qui a changé. Elle ne dit pas que l’un a causé l’autre : rien ici ne mesure ce qui serait arrivé sans les actions.
paper-evaluation-places = Réalisé sur prévu, par action
paper-evaluation-places-note = Réalisé sur prévu, d’après le dernier point de chaque action. Un tiret : rien n’en est dit, ce qui n’est pas zéro.
paper-evaluation-no-places = Aucune action ne prévoit ni ne dit de places.
paper-evaluation-reasons = Qui le dit, quand, et les raisons notées
paper-evaluation-programmes = Réalisé sur prévu, par programme
paper-evaluation-programmes-note = Chaque somme porte sur les actions qui disent à la fois le prévu et le réalisé ; les autres sont comptées hors total.
paper-evaluation-milestones = Jalons prévus et atteints
paper-evaluation-no-milestone = Aucun jalon n’est écrit.
paper-evaluation-no-milestone-due = Aucun jalon n’est encore échu.
paper-evaluation-milestones-words =
    Sur {$dueshown} { FORM($due, "jalon échu ou atteint", "jalons échus ou atteints") }, { $kept ->
        [0] aucun n’a été tenu dans les temps
        [1] {$keptshown} l’a été dans les temps
       *[other] {$keptshown} l’ont été dans les temps
    }.
paper-evaluation-indicators-note = Une cible atteinte ou non se lit sur la dernière mesure, sans intervalle : une mesure saisie n’en a pas.
paper-evaluation-measures = Chaque mesure, avec sa source
paper-evaluation-figures =
    { $count ->
        [one] {$shown} chiffre est gardé avec les décisions.
       *[other] {$shown} chiffres sont gardés avec les décisions.
    }
paper-evaluation-up =
    { $count ->
        [one] {$shown} est en hausse de plus que le bruit.
       *[other] {$shown} sont en hausse de plus que le bruit.
    }
paper-evaluation-down =
    { $count ->
        [one] {$shown} est en baisse de plus que le bruit.
       *[other] {$shown} sont en baisse de plus que le bruit.
    }
paper-evaluation-unchanged =
    { $count ->
        [one] {$shown} est inchangé.
       *[other] {$shown} sont inchangés.
    }
paper-evaluation-noise = Pour {$shown}, le changement ne dépasse pas le bruit.
paper-evaluation-silent = Pour {$shown}, rien ne peut être dit.
paper-evaluation-changes = Chiffres des décisions, alors et maintenant
paper-evaluation-changes-note = « Au-delà du bruit » : les deux intervalles sont disjoints. « Dans le bruit » : ils se recouvrent, et l’écart peut n’être que du hasard. Ni l’un ni l’autre ne dit pourquoi.
paper-evaluation-unsaid-alike = Là où rien ne peut être dit, la raison est la même : {$why}.
paper-evaluation-unsaid = Chiffres dont rien ne peut être dit, et pourquoi
paper-evaluation-closed = Actions terminées ou arrêtées
paper-evaluation-closed-note = Ce qui est écrit ici l’est par ceux qui ont mené l’action.
paper-evaluation-none-closed = Aucune action n’est terminée ni arrêtée.
paper-evaluation-year = Année {$year}
paper-evaluation-year-words = Close le {$on} : {$shown} { FORM($actions, "action", "actions") }, dont {$doneshown} { FORM($done, "terminée", "terminées") } et {$carriedshown} { FORM($carried, "reconduite", "reconduites") }.
paper-evaluation-year-actions = Actions de cette année, telles qu’à sa clôture
paper-evaluation-journal = Qui a décidé quoi, quand
paper-evaluation-journal-note = Par date.
paper-evaluation-no-journal = Le journal est vide.
paper-evaluation-stood = Les décisions et leurs chiffres
paper-evaluation-limit-cause = Aucun changement n’est attribué à une action.
paper-evaluation-limit-noise = Un chiffre sans intervalle ne permet pas de dire si son changement dépasse le bruit ; il est montré, sans conclusion.
paper-evaluation-limit-silence = Ce qui n’est pas dit n’est pas zéro : une action dont personne n’a fait le point n’entre dans aucune somme.

## Plan d’actions dans les documents : l’atelier
paper-workshop-nothing = Rien n’a été saisi de l’atelier.
paper-workshop-lead = Sur le territoire « {$territory} », {$tablesshown} { FORM($tables, "table a répondu", "tables ont répondu") } à {$questionsshown} { FORM($questions, "question", "questions") } : {$shown} { FORM($contributions, "contribution, réunie", "contributions, réunies") } en {$groupsshown} { FORM($groups, "proposition", "propositions") }.
paper-workshop-lead-unsaid = Sur le territoire « {$territory} », {$shown} { FORM($contributions, "contribution a répondu", "contributions ont répondu") } à {$questionsshown} { FORM($questions, "question", "questions") }, sans que leur table soit indiquée : {$groupsshown} { FORM($groups, "proposition", "propositions") } une fois regroupées.
paper-workshop-unsaid = {$shown} { FORM($count, "contribution n’indique pas sa table : elle est comptée à part", "contributions n’indiquent pas leur table : elles sont comptées à part") }, et aucune table n’en est déduite.
paper-workshop-fact-contributions = contributions
paper-workshop-fact-occurrences = {$shown} { FORM($count, "occurrence", "occurrences") } en tout
paper-workshop-fact-tables = tables
paper-workshop-fact-groups = propositions, une fois regroupées
paper-workshop-fact-alone = dont {$shown} d’une seule contribution
paper-workshop-fact-stickers = gommettes de priorité
paper-workshop-count-title = Une occurrence n’est pas un pourcentage
paper-workshop-count = Une occurrence est une fois où une table a écrit la proposition. Une table réunit plusieurs personnes, et une table peut l’écrire plusieurs fois : rien de ce qui suit n’est une part des participants.
paper-workshop-said = « {$proposal} » ({$shown} { FORM($count, "occurrence", "occurrences") })
paper-workshop-first = Ce qui revient le plus : {$list}.
paper-workshop-question = {$shown} { FORM($contributions, "contribution", "contributions") } de {$tablesshown} { FORM($tables, "table", "tables") }, en {$groupsshown} { FORM($groups, "proposition", "propositions") }.
paper-workshop-question-partly = {$shown} { FORM($contributions, "contribution", "contributions") } : {$tablesshown} { FORM($tables, "table indiquée", "tables indiquées") }, et {$unsaidshown} { FORM($unsaid, "contribution", "contributions") } sans table indiquée, en {$groupsshown} { FORM($groups, "proposition", "propositions") }.
paper-workshop-question-unsaid = {$shown} { FORM($contributions, "contribution", "contributions") } sans table indiquée, en {$groupsshown} { FORM($groups, "proposition", "propositions") }.
paper-workshop-silent = Rien n’a été proposé à cette question.
paper-workshop-grid = Propositions, de la plus souvent écrite à la moins
paper-workshop-grid-note = Occurrences : fois où une table l’a écrite. Gommettes : contributions marquées prioritaires.
paper-workshop-existing-words =
    { $count ->
        [one] {$shown} proposition est une pratique qui existe déjà quelque part et peut être diffusée.
       *[other] {$shown} propositions sont des pratiques qui existent déjà quelque part et peuvent être diffusées.
    }
paper-workshop-new-words =
    { $count ->
        [one] {$shown} est à démarrer.
       *[other] {$shown} sont à démarrer.
    }
paper-workshop-existing = Pratiques existantes, à diffuser
paper-workshop-new = Pratiques nouvelles, à démarrer
paper-workshop-links = Propositions reliées au plan et au diagnostic
paper-workshop-links-note = Un lien est posé par ceux qui ont mené l’atelier ; une proposition sans lien n’est pas écartée.
paper-workshop-no-link = Aucune proposition n’est encore reliée à un levier, à une action ou à un métier.
paper-workshop-alone =
    { $count ->
        [one] {$shown} proposition n’est faite que d’une contribution : elle est restée telle qu’écrite.
       *[other] {$shown} propositions ne sont faites que d’une contribution : elles sont restées telles qu’écrites.
    }
paper-workshop-near = Propositions qui disent peut-être la même chose
paper-workshop-near-note = La ressemblance est lue sur les mots ; personne ne l’a confirmée, et ces propositions sont comptées à part.
paper-workshop-limit-count = Les occurrences comptent des tables qui écrivent, pas des personnes qui approuvent.
paper-workshop-limit-groups = Un regroupement est confirmé par une personne ; l’annexe garde chaque contribution telle qu’elle a été écrite.
paper-workshop-annex = Contributions telles qu’écrites
paper-workshop-annex-note = Table : son numéro, là où il a été noté.

## Plan d’actions dans les documents : le bulletin
paper-bulletin-done-since = Du plan d’actions, depuis le {$since} :
paper-bulletin-done = Décisions, changements d’état, jalons et mesures, du plus récent au plus ancien
paper-bulletin-done-more = Les plus récents ; le journal du plan les a tous.
paper-bulletin-nothing-done = Rien n’a été noté au plan d’actions depuis le {$since}.
documents-since = Ce qui a été fait, depuis le
documents-since-help = Vide : dans l’année avant la date de l’analyse. Le plan d’actions doit être écrit.
documents-since-unread = Une date s’écrit jour/mois/année, par exemple 30/06/2026.
help-arg-report-since = Le bulletin dit ce qui a été fait du plan d’actions depuis ce jour ; par défaut, depuis celui que dit le projet, sinon dans l’année avant la date de l’analyse

## Plan d’actions dans les documents : d’où viennent ses nombres
provenance-plan = saisi dans le projet, au plan d’actions : aucun fichier chargé ne le dit
provenance-plan-dated = relevé du {$date}
provenance-plan-sourced = relevé du {$date}, source : {$source}
provenance-plan-decided = gardé avec la décision du {$date} ; nom court ce jour-là : {$mark}
provenance-plan-decided-by = gardé avec la décision du {$date}, par {$who} ; nom court ce jour-là : {$mark}
number-plan-entered = Nombre saisi dans le projet par ceux qui tiennent le plan d’actions : ni calculé, ni estimé.
number-plan-counted = Décompte ou somme de ce qui est écrit au plan d’actions de ce projet.
number-plan-finding = Constat lu dans les fiches du plan d’actions : qui répond de quoi, et ce qui se ressemble.
number-plan-days = Jours entre la date prévue et la date d’effet, ou la date de l’analyse.
number-plan-sides = Ce qui a été réalisé sur ce qui était prévu, tels que saisis au plan d’actions.
number-plan-then = Chiffre tel qu’il était publié le jour de la décision, gardé dans le projet et jamais remis à jour.
number-plan-now = Le même compte que celui de la décision, dans les fichiers lus aujourd’hui.
number-plan-difference = Chiffre d’aujourd’hui moins celui de la décision ; sans dire pourquoi il a changé.
number-plan-score = Ressemblance de deux propositions, sur cent, lue sur leurs mots : elle propose un regroupement, elle n’en fait aucun.

## Fin du plan d’actions dans les documents
### Le plan d’actions dans la fenêtre

step-actions = Plan d’actions
acts-begin-action = Créer une action
acts-new = Nouvelle action
acts-back = Revenir (Échap)
acts-who = Vous êtes
acts-board = Avancement
acts-calendar = Calendrier
acts-matrix = Qui fait quoi
acts-indicators = Indicateurs
acts-workshop = Atelier
acts-actors = Acteurs
acts-lists = Leviers, cibles, temps
acts-journal = Journal
acts-begin = Votre plan n’a encore ni levier ni cible
acts-begin-why = Un plan se range sous des leviers et vise des publics : ceux du territoire. Partez de ceux du séminaire fondateur (cinq leviers, les cibles du texte et du schéma, quatre temps), tout se change ensuite ; ou écrivez les vôtres dans « Leviers, cibles, temps ».
acts-seed = Partir des leviers et cibles du séminaire
acts-seed-rest = Compléter avec ce que le séminaire avait et qui manque ici
acts-empty-keys = Ctrl+Maj+A crée une action d’où que vous soyez : depuis un métier du diagnostic, elle est déjà sous le bon levier, avec ses chiffres.
acts-board-empty = Aucune action encore. Ouvrez un métier dans Diagnostic et créez une action, ou écrivez-en une ici.
acts-board-help = Entrée ouvre une fiche ; Alt+← et Alt+→ la changent de colonne ; la souris aussi.
acts-column = {$status} ({$count})
acts-column-empty = rien ici
acts-no-lead = sans chef de file
acts-lead-of = chef de file : {$name}
acts-two-leads = plusieurs chefs de file : {$list}
acts-no-lever = sans levier
acts-untitled = (sans nom)
acts-next = jalon : {$name}, le {$date}
acts-next-no-date = jalon : {$name}, sans date
acts-card-menu = Déplacer ou retirer : {$name}
acts-open = Ouvrir
acts-move-to = Passer à : {$status}
acts-remove = Retirer du plan
acts-remove-of = Retirer : {$name}
acts-remove-why = Ce qui la cite garde son nom et le montre comme retiré ; Ctrl+Z la rend.
acts-without = Enlever : {$name}
acts-kept = {$count} sur {$all}
acts-all-again = Tout montrer
acts-lever = Levier
acts-target = Cible
acts-actor = Acteur
acts-wave = Temps
acts-action = Action
acts-levers = Leviers
acts-targets = Cibles
acts-waves = Temps de travail
acts-levers-about = Ce sur quoi le territoire agit. La formation en est un parmi d’autres.
acts-lists-about = Tout ici est au territoire : renommez, ajoutez, retirez.
acts-answers = Ce à quoi répond « {$name} »
acts-answers-about = Une action créée depuis un métier va sous le levier qui répond à son premier levier, sinon à ses causes. Un seul levier répond à chaque chose.
acts-note = Note
acts-add-lever = Nouveau levier
acts-add-lever-do = Ajouter le levier
acts-add-target = Nouvelle cible
acts-add-target-do = Ajouter la cible
acts-add-wave = Nouveau temps
acts-add-wave-do = Ajouter le temps
acts-named-text = nommée dans le texte du séminaire
acts-named-diagram = nommée dans le schéma du séminaire
acts-in-text = texte
acts-in-diagram = schéma
acts-used = {$count} { FORM($count, "action", "actions") }
acts-from = du
acts-to = au
acts-pick = tapez, Entrée prend le premier
acts-pick-or-make = tapez un nom, puis Entrée
acts-pick-none = rien de ce nom
acts-make = Créer « {$name} »
acts-not-a-date = « {$found} » n’est pas une date : écrivez 15/03/2027, 03/2027, ou +30 pour dans trente jours
acts-not-a-number = « {$found} » n’est pas un nombre
acts-not-said = non dit
acts-none = aucun
acts-nobody = sans nom
acts-add-actor = Nouvel acteur
acts-actors-empty = Aucun acteur encore. Écrivez ceux du territoire : agglomération, chambres consulaires, services de l’État, France Travail, Région, OPCO, organismes de formation, entreprises du groupe pilote.
acts-loads = mène {$leads} { FORM($leads, "action", "actions") }, prend part à {$parts} en tout
acts-name = Nom
acts-kind = Nature
acts-can = Ce qu’il peut faire
acts-contact = Contact
acts-capacity = Actions menées à la fois, au plus
acts-can-levers = Leviers sur lesquels il agit
acts-its-actions = Ses actions
acts-its-actions-none = Aucune action ne le cite.
acts-late = En retard ({$count})
acts-late-none = Rien n’est en retard.
acts-coming = Dans les soixante jours ({$count})
acts-coming-none = Rien d’ici soixante jours.
acts-calendar-empty = Aucune action à montrer ici.
acts-calendar-legend = ◆ jalon fait · ◇ jalon à venir · ▲ jalon en retard · barre : du début à la fin · trait vertical : aujourd’hui
acts-calendar-line = {$name}, du {$from} au {$to} ; {$lead}
acts-no-date = (date non dite)
acts-milestone-done = jalon fait : {$name}, le {$date}
acts-milestone-late = jalon en retard : {$name}, prévu le {$date}
acts-milestone-due = jalon : {$name}, prévu le {$date}
acts-state-done = fait
acts-state-late = en retard
acts-state-due = à venir
acts-column-date = Date
acts-column-what = Quoi
acts-column-action = Action
acts-column-lead = Chef de file
acts-column-state = État
acts-column-who = Qui
acts-column-event = Décision
acts-column-subject = Sur quoi
acts-column-words = En mots
acts-column-figures = Sur quels chiffres
acts-begins = Début
acts-ends = Fin
acts-ends-before = la fin précède le début
acts-more-than-entered = plus que d’entrées
acts-dates-help = 15/03/2027 ; 15/03, le prochain ; 03/2027, fin de mois ; +30, dans trente jours
acts-matrix-help = R réalise, A répond de l’action (chef de file), C consulté, I informé. Une case choisie, tapez sa lettre ; Suppr l’efface.
acts-matrix-empty = Aucune action : la matrice croise les actions et les acteurs.
acts-matrix-no-actor = Aucun acteur encore : écrivez-les dans « Acteurs », ou donnez un chef de file à une action.
acts-letter-responsible = R
acts-letter-accountable = A
acts-letter-consulted = C
acts-letter-informed = I
acts-no-part = sans rôle
acts-cell = {$action} × {$actor} : {$role}
acts-findings = À régler ({$count})
acts-findings-none = Ni trou, ni conflit, ni surcharge, ni doublon.
acts-add-indicator = Nouvel indicateur
acts-indicators-empty = Aucun indicateur encore. Une douzaine en tout suffit : de réalisation (ce qui a été fait) et de résultat (ce qui a changé).
acts-indicator-about = Définition
acts-indicator-kind = Sorte
acts-indicator-line = départ {$baseline}, cible {$target}, dernière mesure {$latest} ; {$owner}
acts-reached = cible atteinte
acts-not-reached = cible non atteinte
acts-no-owner = personne ne le mesure
acts-owner = Qui mesure
acts-definition = Ce qui est compté
acts-source = Source
acts-unit = Unité
acts-direction = Sens attendu
acts-baseline = Départ
acts-baseline-on = au
acts-aim = Cible chiffrée
acts-aim-on = pour le
acts-every = Mesuré tous les (mois)
acts-next-measure = Prochaine mesure
acts-recomputed = Cet indicateur est un chiffre du diagnostic : les fichiers de l’année suivante le mesurent à nouveau.
acts-follows-nothing = Aucune action n’est suivie par lui.
acts-measures = Mesures
acts-measures-none = Aucune mesure encore.
acts-measure = {$date} : {$value} {$unit}
acts-measure-date = Date de la mesure
acts-measure-value = Valeur
acts-measure-source = Source de la mesure
acts-measure-note = Remarque sur la mesure
acts-measure-add = Noter la mesure
acts-measure-unread = La date ou la valeur ne se lit pas : rien n’a été noté.
acts-measure-again = Noter cette mesure
acts-measure-next = à mesurer le {$date}
acts-measure-late = mesure en retard, attendue le {$date}
acts-said-baseline = départ {$value} {$unit}
acts-said-baseline-on = départ {$value} {$unit} au {$date}
acts-said-measure-on = {$value} {$unit} le {$date}
acts-said-target = cible {$value} {$unit}
acts-said-target-on = cible {$value} {$unit} pour le {$date}
acts-said-nothing = ni départ, ni mesure, ni cible
acts-sides-keys = Ctrl+Page suivante, Ctrl+Page précédente
acts-go-to = Aller à (Alt et le chiffre, F6 au suivant) :
acts-key = Alt+{$number}
acts-part-what = Quoi
acts-part-who = Qui
acts-part-when = Quand
acts-part-means = Moyens
acts-part-indicators = Indicateurs
acts-part-figures = Chiffres de la décision
acts-part-places = Prévu et réalisé
acts-part-outcome = Bilan
acts-part-agreement = Accord
acts-title = Titre de l’action
acts-status = Statut
acts-practice = Pratique
acts-objective = Objectif
acts-no-wave = aucun temps
acts-occupations = Ajouter un métier
acts-occupations-none = Les métiers se choisissent parmi ceux du diagnostic : chargez des fichiers.
acts-sectors = Ajouter un secteur
acts-programme = Programme réalisé
acts-programme-of = Programme : {$name}
acts-programme-gone = ce programme n’est plus parmi les candidats : la fiche garde son nom
acts-no-programme = aucun programme
acts-lead = Donner un chef de file
acts-partners = Ajouter un partenaire
acts-role-of = Rôle ({$name})
acts-does = fait
acts-group = Groupe projet : ajouter une personne
acts-group-none = Groupe projet vide.
acts-milestone = Jalon
acts-due = prévu le
acts-done = fait
acts-done-on = fait le {$date}
acts-milestone-new = Nouveau jalon
acts-milestone-new-due = pour le
acts-milestone-add = Ajouter le jalon
acts-funder = Financeur
acts-funder-new = Ajouter un financeur
acts-euros-of = €
acts-euros = {$all} en tout, dont par écrit : {$secured}
acts-card-late = en retard de {$days} { FORM($days, "jour", "jours") } : {$name}
acts-card-end = la fin de l’action
acts-secured = acquis
acts-risks = Risques
acts-notes = Notes
acts-no-indicator = sans indicateur
acts-indicator-new = Ajouter un indicateur
acts-decided-none = Cette action n’a pas encore été décidée sur des chiffres.
acts-decided = Décidée sur ces chiffres le {$date} par {$who}.
acts-no-cause = Un chiffre qui change ne dit pas que l’action en est la cause.
acts-fingerprints = Empreintes des fichiers d’alors
acts-decide = Décider sur les chiffres d’aujourd’hui
acts-decide-again = Décider à nouveau, sur les chiffres d’aujourd’hui
acts-decide-needs = Pour garder des chiffres, il faut un diagnostic chargé, et dans la fiche un de ses métiers ou un chiffre choisi.
acts-step = Étape
acts-planned = Prévu
acts-realised = Réalisé
acts-gap = Écart
acts-realised-on = au {$date}
acts-realised-help = L’état d’un jour, non ce qui s’y est ajouté ; un champ vide veut dire : non dit.
acts-realised-date = Réalisé au
acts-realised-source = D’après
acts-realised-reason = Raison de l’écart
acts-realised-new = À noter
acts-realised-add = Noter le réalisé
acts-outcome-later = À remplir quand l’action est finie ou arrêtée.
acts-outcome-done = Ce qui a été fait
acts-outcome-hindered = Ce qui a gêné
acts-outcome-follows = Les suites
acts-outcome-reached = Objectif atteint
acts-signed = Accord donné par {$who} le {$date}
acts-lacks = Il manque : {$list}.
acts-lacks-nothing = La fiche a un chef de file, un indicateur et un calendrier.
acts-lacks-title = un titre
acts-lacks-lever = un levier
acts-lacks-lead = un seul chef de file du registre
acts-lacks-indicator = un indicateur
acts-lacks-date = une fin ou un jalon daté
acts-sign-who = Qui donne son accord
acts-sign = Donner l’accord
acts-remark = Remarque
acts-remark-add = Ajouter au journal
acts-journal-empty = Le journal se remplit seul : qui décide quoi, quand, sur quels chiffres. Vous pouvez y ajouter une remarque.
acts-journal-about = Du plus récent au plus ancien. Rien ne s’y efface.
acts-the-plan = le plan
acts-from-to = {$from} → {$to}
acts-year-start = Nouvelle année…
acts-year-title = Commencer une nouvelle année
acts-year-about = L’année qui s’achève est gardée telle qu’elle est, lisible quoi qu’il arrive ensuite. Ctrl+Z revient en arrière.
acts-year = Année qui commence
acts-year-bad = une année, comme 2027
acts-year-evaluation = Évaluation de l’année qui s’achève
acts-year-carried = Continuent ({$count})
acts-year-carried-about = Avec leurs indicateurs, leurs mesures, les chiffres de leur décision et les jalons non atteints.
acts-year-closed = Closes ({$count})
acts-year-closed-about = Elles passent dans l’archive avec leur bilan.
acts-year-unevaluated = sans bilan : {$name}
acts-year-kept = Gardé
acts-year-kept-about = Acteurs, leviers, cibles, contributions, journal et années passées.
acts-year-archive = {$year} : {$count} { FORM($count, "action", "actions") }
acts-year-do = Commencer {$year}
acts-what-actions = les actions
acts-what-indicators = les indicateurs
acts-what-contributions = les contributions
acts-what-matrix = la matrice
acts-copy = Copier {$what} pour Excel
acts-paste = Coller {$what} depuis Excel
acts-paste-help = La première ligne porte les titres des colonnes, dans n’importe quel ordre. Ce qui a été copié d’ici se recolle.
acts-pasted = Collé : {$added} { FORM($added, "ligne ajoutée", "lignes ajoutées") }, {$changed} { FORM($changed, "changée", "changées") }.
acts-pasted-cells = Collé : {$count} { FORM($count, "rôle", "rôles") }.
acts-pasted-nowhere = aucune action de ce titre : {$list}
acts-pasted-not-letters = cases laissées comme elles étaient, où chaque mot doit être une lettre (R, A, C ou I) : {$list}
acts-pasted-unknown = colonnes laissées, de titre inconnu : {$list}
acts-pasted-created = créés en passant : {$list}
acts-pasted-more = et {$count} { FORM($count, "autre ligne laissée", "autres lignes laissées") }
acts-typing = Saisie
acts-together = Regrouper ({$count})
acts-large = grands caractères (projecteur)
acts-counts = {$proposals} { FORM($proposals, "proposition", "propositions") }, {$occurrences} { FORM($occurrences, "occurrence", "occurrences") }, {$stickers} { FORM($stickers, "gommette", "gommettes") }
acts-question-words = Question
acts-question-new = Nouvelle question
acts-question-first = Écrivez d’abord la question posée aux tables : ce qui est tapé lui répond.
acts-workshop-empty = Rien de dit encore. Tapez la première proposition, puis Entrée.
acts-proposal = Proposition
acts-proposal-hint = tapez ce qui est dit, puis Entrée
acts-proposal-add = Ajouter la proposition
acts-proposal-correct = Corriger
acts-workshop-keys = Entrée : ajouter. F4 : nouvelle question. Alt et son numéro : répondre à une question. F9 : regrouper, puis revenir.
acts-proposal-help = À la fin de la ligne : [III] ou ×3 pour trois occurrences, * pour la gommette. F3 : pratique à diffuser ou à démarrer. F7 et F8 : table précédente, suivante.
acts-table = Table
acts-table-of = table {$number}
acts-no-table = table non dite
acts-table-unread = un numéro de table, ou rien
acts-practice-key = {$practice} (F3)
acts-practice-turn = À diffuser ou à démarrer (E)
acts-sticker = gommette
acts-stickers = {$count} { FORM($count, "gommette", "gommettes") }
acts-tables = tables : {$list}
acts-times = × {$count}
acts-less = Une occurrence de moins : {$name}
acts-more = Une occurrence de plus : {$name}
acts-rows-help = Sur une ligne : + et − comptent, P pose la gommette, E dit à diffuser ou à démarrer, G regroupe, M relie à un métier, F2 corrige, Suppr retire.
acts-suggestions = Disent peut-être la même chose ({$count})
acts-suggestions-none = Rien à rapprocher.
acts-suggestions-help = Au clavier : G regroupe, N sépare, et la paire suivante prend le clavier.
acts-alike = « {$a} » et « {$b} » : ressemblance {$score} sur 100, mots communs {$words}
acts-alike-letters = « {$a} » et « {$b} » : ressemblance {$score} sur 100, par l’écriture
acts-same = Regrouper (G)
acts-different = Deux choses (N)
acts-groups = Propositions, les plus dites d’abord
acts-groups-about = Un nombre d’occurrences est compté par tables : ce n’est pas une part des participants.
acts-split = Séparer : {$name}
acts-split-short = Séparer

# Besoins non établis : rien n’est acheté sans réponses d’employeurs, ou sans l’avis de l’utilisateur
planned-term-need = Besoin en places par an, au moins
decision-unconfirmed = besoin non établi
fact-unconfirmed = Candidats dont le besoin n’est pas établi, non retenus d’eux-mêmes
choice-waiting = { $count ->
    [one] {$shown} candidat sur {$all} attend : son besoin n’est pas établi. Pour le retenir, il faut une enquête auprès des employeurs, un tableau de l’emploi par métier et par âge du territoire, ou un besoin saisi à la main sur ce candidat ou supposé.
   *[other] {$shown} candidats sur {$all} attendent : leur besoin n’est pas établi. Pour en retenir, il faut une enquête auprès des employeurs, un tableau de l’emploi par métier et par âge du territoire, ou un besoin saisi à la main sur un candidat ou supposé pour tous.
}
plan-unconfirmed-no-answers = seuls les projets de recrutement sont connus, qui ne disent pas de bas au besoin ; une enquête auprès des employeurs, un tableau de l’emploi par métier et par âge du territoire (« emploi_metiers »), ou un besoin saisi à la main sur ce candidat, permet de choisir
plan-unconfirmed-either-way = avec les réponses d’employeurs connues, l’écart peut être un manque ou un surplus ; plus de réponses, des entrants mieux connus, ou un besoin saisi à la main sur ce candidat, permettent de choisir
plan-unconfirmed-known = verdict indéterminé : le manque n’est pas établi ; interroger les employeurs, charger les causes officielles et les demandeurs d’emploi du métier, ou saisir un besoin à la main sur ce candidat
plan-need-user = besoin saisi à la main
plan-stands-user = besoin saisi à la main ; `supply` montre un écart indicatif sur 3 ans ({$gap}), {$basis} ; règle : {$rule}
paper-programmes-unconfirmed-title = Interroger les employeurs avant d’ouvrir des places
paper-programmes-unconfirmed =
    { $count ->
     [one] {$shown} programme candidat n’est pas retenu de lui-même : son besoin n’est pas établi.
    *[other] {$shown} programmes candidats ne sont pas retenus d’eux-mêmes : leur besoin n’est pas établi.
    }
paper-programmes-settle = Une enquête auprès des employeurs, ou un besoin saisi à la main sur le candidat, est nécessaire pour choisir.
link-named = à confirmer : intitulé d’une certification de la fiche {$rome}, ou contenu dans le sien (score {$score})
link-kind-named = intitulé d’une certification, à confirmer

# Offres que rien ne relie à un métier
supply-offer-unlinked = offre non reliée
link-kind-none = non reliée à un métier
supply-unlinked = Non reliées à un métier : rien n’est dit de leur besoin ; un code dans le fichier, ou un lien fait à la main, les relie
links-unlinked = {$title} : non reliée à un métier. La relier à
links-choose = Choisir un métier
links-link = Relier
catalogue-unlinked = De votre catalogue, non reliées à un métier : rien n’est dit de leur besoin
catalogue-to-confirm = De votre catalogue, lien à confirmer : rien n’est dit de leur besoin
table-catalogue-a-relier = Offres à relier
table-catalogue-a-relier-about = Offres du catalogue que rien ne relie à un métier, ou dont le lien est à confirmer : rien n’est dit de leur besoin.
body-as-unlinked = Offres à relier
body-no-unlinked = Toutes les offres de ce catalogue sont reliées à un métier.
paper-body-unlinked-caption = Offres de votre catalogue à relier à un métier
paper-body-unlinked-note = Rien n’est dit du besoin de ces offres : un code ROME, RNCP ou Certif Info dans le fichier, ou un lien fait à la main, les relie.
stance-other-lever = hors formation
stance-other-lever-title = Hors formation : un autre levier vient d’abord, ou le vivier suffit sans offre

# Cellules hors des bornes ou des mots prévus
issue-not-one-of = « {$text} » n’est pas une valeur prévue ; valeurs prévues : {$known}
issue-not-a-share = « {$text} » est hors des bornes d’une part : de 0 à 1, ou de 0 à 100 %
rule-departures-exceed-headcount = plus de départs connus que d’effectif ; la ligne est gardée
planned-group-order = « {$found} » n’est pas pris : le groupe le plus petit dépasserait le plus grand
help-arg-report-budget = Euros : 150000 pour tout, ou d’un financeur : "France Travail=80000". À la place des budgets du projet ; peut être répété
help-arg-report-max-occupations = Métiers parmi lesquels les programmes sont choisis, au plus
company-several = métier à choisir : le code ROME mène à plusieurs métiers ({$list}) ; un code FAP et sa version dans le fichier choisissent
company-could-be = le code ROME mène aussi à : {$list} ; un code FAP et sa version dans le fichier choisissent
company-recognised = {$label} ; le code ROME mène aussi à : {$list}

# Enquête : identifiants qui restent ceux des mêmes répondants
survey-collect-ids = Identifiants : {$known} { FORM($known, "repris", "repris") } de {$file}, {$new} { FORM($new, "nouveau", "nouveaux") }
survey-collect-no-contacts = {$file} n’est pas une liste de contacts lisible : sans elle, les répondants déjà collectés changeraient d’identifiant. Rétablissez-la, ou collectez dans un autre dossier.
survey-alike = {$file} et {$other} sont peut-être du même établissement
survey-version-by-name = {" ; "}les deux ont la même date, l’ordre des noms de fichiers a décidé
hidden-respondents-unknown = secret : les identifiants de l’enquête ne désignent plus les mêmes répondants qu’à la dernière sortie
secrecy-of-others = Attention : les identifiants de l’enquête (id_etablissement) ne désignent plus les mêmes répondants que dans ce qui est déjà sorti de ce projet. Une réponse de plus se retrouverait par différence : tous les chiffres de l’enquête sont cachés. Rendez à chaque répondant son identifiant (collectez dans le dossier où se trouve sa liste de contacts), ou ouvrez un autre projet si ce sont d’autres répondants.
survey-rows-refused = { $count ->
    [one] {$file} : {$shown} ligne refusée ne compte pour rien ; « check » dit où et pourquoi
   *[other] {$file} : {$shown} lignes refusées ne comptent pour rien ; « check » dit où et pourquoi
  }
survey-nowhere = établissements répondants dont la commune est inconnue, comptés dans aucun territoire : {$shown}
survey-codes-several = { $count ->
    [one] Code ROME qui mène à plusieurs métiers : {$shown} ligne, comptée dans « Tous métiers » et dans son secteur, dans aucun métier. Indiquez la qualification.
   *[other] Code ROME qui mène à plusieurs métiers : {$shown} lignes, comptées dans « Tous métiers » et dans leur secteur, dans aucun métier. Indiquez la qualification.
  }
labels-of-several = code ROME qui mène à plusieurs métiers : indiquez la qualification
provenance-rounded-respondents = arrondi à ce que son erreur laisse, à l’écran comme dans les fichiers ; calculé sans arrondi
secrecy-exposed-which = À retrouver : {$list}
exposed-figure = {$figure}, {$scope}
exposed-unweighted = {$figure}, non pondéré
exposed-without = {$whole} sans {$part}
field-posts-waited = Postes pourvus dont le délai est dit
field-days-waited = Jours d’attente des postes pourvus
exposed-others = {$scope}, le reste
exposed-column = Chiffre caché
exposed-why = déjà sorti autrement : il pourrait être retrouvé
sharing-counts = Ce qui est montré pendant ce temps compte comme sorti du projet : la suite en tient compte.

# Lecture : répondants communs à deux fichiers de l’enquête
stacking-same-answers =
    « { $before } » et « { $after } » ({ $kind }) ont { $count ->
        [one] { $shown } répondant identique, compté
       *[other] { $shown } répondants identiques, comptés
    } une fois
stacking-newer-answers =
    « { $after } » remplace { $count ->
        [one] { $shown } réponse de « { $before } » ({ $kind }) : le même répondant y répond
       *[other] { $shown } réponses de « { $before } » ({ $kind }) : les mêmes répondants y répondent
    } plus tard
stacking-other-answers =
    « { $before } » et « { $after } » ({ $kind }) se contredisent pour { $count ->
        [one] { $shown } répondant, compté
       *[other] { $shown } répondants, comptés
    } une fois, comme dans « { $before } »
stacking-aside-same-answers = déjà comptés
stacking-aside-newer-answers = remplacé
stacking-aside-other-answers = déjà comptés
disagreement-respondents =
    « { $first } » et « { $second } » ({ $kind }{ $year }) se contredisent sur { $count ->
        [one] { $shown } réponse
       *[other] { $shown } réponses
    } de mêmes répondants ({ $common ->
        [one] { $rows } répondant commun
       *[other] { $rows } répondants communs
    }). « { $used } » est retenu.
disagreement-answer = { $what } : ligne { $first_row } et ligne { $second_row } (réponses d’un répondant : à voir dans la fenêtre, dans aucun fichier)
disagreement-rows = lignes { $first_row } et { $second_row }
field-people = Personnes à former

# Ruptures de contours : là où le territoire n’est pas le même d’une année à l’autre
stacking-other-departments =
    Rupture entre « { $before } » et « { $after } » ({ $kind }) : { $count ->
        [one] { $shown } département n’est
       *[other] { $shown } départements ne sont
    } que dans l’un des deux{ $examples } ; là et alentour, le champ n’est pas le même
borders-communes = Entre { $before } et { $after }, les contours du territoire changent : { $count ->
    [one] { $shown } commune entre dans ses bassins ou en sort
   *[other] { $shown } communes entrent dans ses bassins ou en sortent
  } ({ $examples }). Ses séries sont coupées là.
borders-departments = Entre { $before } et { $after }, les contours du territoire changent : ses bassins ne sont pas des mêmes départements ({ $examples }). Ses séries sont coupées là.
borders-basins = Entre { $before } et { $after }, les contours du territoire ont pu changer : { $count ->
    [one] un bassin de ses départements n’est
   *[other] { $shown } bassins de ses départements ne sont
  } que dans l’une des deux années ({ $examples }). Ses séries sont coupées là ; deux listes datées des communes par bassin le confirmeraient ou l’excluraient.
borders-scope = Entre { $before } et { $after }, le champ du territoire change : { $count ->
    [one] un département n’est compté à part, ou tout court, que dans l’une des deux années
   *[other] { $shown } départements ne sont comptés à part, ou tout court, que dans l’une des deux années
  } ({ $examples }). Ses séries sont coupées là.
borders-between = { $before } et { $after }
borders-from = à partir de { $year }
borders-until = avant { $year }
column-borders = Territoire changé entre
column-borders-of = Contours du territoire
chart-break-borders = Trait vertical : les contours ou le champ du territoire changent ; rien n’est relié, et un écart n’est pas une évolution.
chart-seen-borders = De { $before } à { $after }, les contours ou le champ du territoire changent : ces années ne se comparent pas sans réserve.
paper-borders-title = Le territoire change
paper-borders = Entre { $before } et { $after }, les contours ou le champ du territoire changent : un écart n’est pas une évolution.
portrait-change-borders = Les contours ou le champ du territoire ont changé entre-temps : l’écart n’est pas une évolution.

# Correspondance : les questions telles qu’elles seront lues
mapping-more-refused = et { $shown } { FORM($count, "autre cellule refusée", "autres cellules refusées") } dans les lignes regardées
manner-ticked = plusieurs réponses, une colonne cochée par réponse

# Année d’une enquête BMO qui ne la dit pas
reason-year-of-user = année donnée par l’utilisateur : {$year}
reason-edition-of-year = les codes existent dans les deux éditions des FAP : l’année {$year} décide, FAP {$version}
edit-survey-year = année d’une enquête
bar-survey-year = Année de {$file}
bar-survey-year-none = à indiquer
sources-survey-year = Année de cette enquête
sources-survey-year-help = Ce fichier ne dit pas son année : indiquez-la, elle est gardée dans le projet.
sources-issue-not-found = aucun message ne contient ces mots

# Nombres entiers et milliers
issue-fraction-of-count = « {$text} » a des décimales là où un nombre entier est attendu : s’il s’agit de milliers, choisissez le style de nombre de la colonne, ou écrivez sans point ni virgule
manner-decimal-comma = nombre à virgule décimale (1.500 : mille cinq cents)
manner-decimal-point = nombre à point décimal (1,234 : mille deux cent trente-quatre)

# Dossiers déposés
project-alone = { $count ->
    [one] Un projet (.bassin) était parmi les fichiers : il n’est pas ajouté comme source. Ouvrez-le seul.
   *[other] Des projets (.bassin) étaient parmi les fichiers : ils ne sont pas ajoutés comme sources. Ouvrez-en un seul.
  }
sources-nothing-found = Aucun fichier dans ce dossier.

reason-member-rows = {$name} ({$shown} { FORM($count, "ligne", "lignes") })

# Champs des tensions que deux fichiers donnent autrement
field-job-seekers = Demandeurs d’emploi
field-hiring-intensity = Intensité d’embauches
field-training-link = Lien formation-emploi
field-labour-shortage = Manque de main-d’œuvre
field-precariousness = Non-durabilité de l’emploi
field-working-conditions = Conditions de travail
field-geographic-mismatch = Inadéquation géographique
field-unattractive-pay = Salaire peu attractif
# Enquête : invités, relances, seuils et chiffres
survey-margin-untold = {$name} : respectée (le total, fait de réponses, n’est pas dit)
survey-calibration-inconsistent-untold = les marges se contredisent : {$margin} ne va pas avec les autres ; en cause : {$list}
survey-calibration-ratio-untold = {$count} { FORM($count, "rapport de poids sortirait", "rapports de poids sortiraient") } de l’intervalle {$low} à {$high} ; la marge qui tire le plus est {$list}
collection-unread = fichier illisible
collection-refused = non retenu
collection-uncounted = compté nulle part
collection-mended = rétabli
collection-duplicate = doublon
collection-replaced = version remplacée
collection-alike = doublon possible
collection-list = liste des invités
collection-earlier = réponse d’un envoi antérieur
collection-title-unread = Fichiers illisibles :
collection-title-refused = Réponses et fichiers non retenus :
collection-title-uncounted = Établissements dont la commune manque : leurs réponses ne comptent dans aucun territoire :
collection-title-mended = Réponses rétablies sans aucun doute :
collection-title-duplicate = Doublons :
collection-title-replaced = Versions remplacées :
collection-title-alike = Doublons possibles (même nom, même commune, même activité, pas de SIRET pour les départager), comptés comme deux établissements ; rien ne dit lequel a reçu quel identifiant :
collection-title-list = Listes des invités :
collection-title-earlier = Réponses d’un envoi antérieur :
collection-answered-earlier = {$count} { FORM($count, "établissement a répondu dans un envoi antérieur collecté", "établissements ont répondu dans un envoi antérieur collecté") } au même endroit, sans questionnaire dans celui-ci : rien à relancer, mais leurs réponses ne sont pas dans ces tables. Collectez ensemble tous les questionnaires reçus
collection-without-commune = la commune n’est pas connue : demandez-la, ou donnez la liste des invités qui la dit
collection-list-of = lignes lues : {$shown}
collection-followed = Suivi de la dernière collecte
survey-collect-missing = {$missing} { FORM($missing, "établissement invité n’a", "établissements invités n’ont") } pas répondu, dont {$again} à relancer : {$file}
survey-collect-no-list = {$file} n’est pas une liste d’établissements : il faut une colonne de numéros d’enquête, de SIRET, ou de noms et de communes
help-arg-survey-collect-invited = Listes des établissements invités (numéro d’enquête, SIRET ou nom) : ceux qui n’ont rien renvoyé comptent comme interrogés et sont à relancer. Une liste placée parmi les questionnaires fait de même
survey-rate-all = Tous ceux que l’enquête connaît ont répondu : ce taux ne dit rien si la liste des établissements invités n’y est pas. Ajoutez-la pour savoir qui manque.
survey-rate-low = Taux faible : plus de quatre établissements sur cinq n’ont pas répondu, et ceux qui répondent sont souvent ceux que le sujet concerne. Les intervalles n’en tiennent pas compte ; relancez avant de publier.
survey-rate-middle = Taux moyen : moins de la moitié ont répondu. Lisez les totaux avec leur intervalle, et demandez-vous si ceux qui manquent recrutent comme les autres.
survey-rate-high = Taux élevé : la moitié au moins ont répondu. Le biais de ceux qui manquent reste possible, et il est moins à craindre.
survey-rate-even = Aucun secteur ni aucune taille ne répond beaucoup moins que les autres.
survey-rate-missing = Répondent beaucoup moins que l’ensemble : {$list}.
survey-rate-large = { FORM($count, "Grand établissement invité", "Grands établissements invités") } (50 salariés et plus) sans réponse : {$count}. Aucun autre ne répond à { FORM($count, "sa place ; relancez-le", "leur place ; relancez-les") } d’abord.
survey-reminders-none = Personne à relancer parmi les établissements que l’enquête connaît.
survey-reminders-list = À relancer, les plus grands d’abord : {$again} sur {$asked}
help-survey-reminders = Établissements invités à relancer, les plus grands d’abord
help-arg-survey-reminders-responses = Tableaux de l’enquête avec les invités, ou projet
help-arg-survey-reminders-contacts = Liste des contacts de la collecte, qui ajoute noms et adresses
help-arg-survey-reminders-territory = Code typé : be:8450, dep:15, reg:84 ; par défaut le bassin, si tous sont du même, sinon tout
parameter-minimum-persons = Personnes nécessaires pour montrer un chiffre sur des âges
parameter-minimum-base = Répondants nécessaires pour montrer une part nulle ou entière
help-arg-survey-weights-params = Changements de la méthode, en données lisibles ; ceux du projet par défaut
error-min-score-project = --min-score ne vaut que pour des fichiers : d’un projet, ce sont les libellés décidés qui comptent, comme dans la fenêtre et dans ses documents
needs-behind = {$name} : n sur base
needs-n-of-base = {$n} sur {$base}
weights-dominated = Répondants dominants
survey-hangs-on-few = Au moins un chiffre montré de l’enquête raconterait une autre histoire sans un ou deux de ses répondants. Lequel, et de combien, reste avec qui a fait l’enquête : l’écart donnerait leur réponse.
paper-survey-hangs = Des chiffres tiennent à quelques répondants
labels-least = Accepter ensemble à partir du score
labels-refuse = Pas {$rome}
labels-decided = Décidés dans ce projet ({$count})
labels-decided-title = Décidés dans ce projet
labels-decided-note = Un libellé revu revient dans la liste, sans ce qui en avait été décidé. Ctrl+Z l’annule.
labels-reopen = Revoir
labels-refused = fiches refusées : {$list}
questions-unweighted = non pondéré {$value}
questions-stacked = Du plus bas au plus haut degré, pondéré : {$list}
survey-kit-codes-alone = Communes sans nom : la liste déroulante ne montre que des codes, et un nom écrit par l’employeur ne sera pas reconnu. Une table de communes les nomme (--commune-names, ou une source du projet).
collection-invited-nowhere = {$count} { FORM($count, "invité sans commune ne comptera", "invités sans commune ne compteront") } ni dans le taux de réponse, ni parmi les absents : complétez la liste des invités
# De la formation au programme : besoin public, mutualisation, candidats
kind-employment-by-age = Emploi par métier et par âge
rule-older-exceed-younger = la part des plus âgés dépasse celle des moins âgés
field-year = Année du comptage
field-employed = Personnes en emploi
field-from-50 = Part des 50 ans et plus
field-from-55 = Part des 55 ans et plus
field-from-60 = Part des 60 ans et plus
field-leavers = Autres départs par an
field-sampled = Part de la population enquêtée
need-basis-employment = d’après un comptage public de l’emploi et des taux régionaux, sans réponse d’employeurs
balance-missing-employment = seuls les projets de recrutement sont connus : ils bornent le besoin par le haut et ne lui disent aucun bas ; un tableau de l’emploi par métier et par âge du territoire (« emploi_metiers ») ou une enquête auprès des employeurs le dirait
balance-missing-wider-ages = les âges sont ceux d’un territoire plus large, appliqués à l’emploi d’ici
verdict-why-pool-enough = les demandeurs d’emploi du métier couvrent déjà le besoin (écart indicatif à trois ans : {$gap}) et aucune offre n’est à portée : rapprochement, conditions ou mobilité, pas formation.
verdict-why-pool-there = il manque du monde (écart indicatif à trois ans : {$gap}), mais d’après les causes publiées la main-d’œuvre ne manque pas, ou rien ne le dit : d’abord une adaptation courte de ceux qui sont là ; plus de places, à vérifier avec les employeurs.
proposal-from-hourly = { $count ->
    [one] heures au prix horaire d’une offre
   *[other] heures au prix horaire de {$count} offres
}
risk-not-committed = l’engagement des employeurs, obligatoire ici, n’est pas obtenu
risk-need-counted = besoin tiré d’un comptage public et de taux régionaux : à confirmer par des employeurs
risk-late-start = ne peut pas commencer avant la date du besoin
risk-amount-unverified = montant de financement non vérifié : il ne décide de rien, à confirmer
risk-shared-group = le groupe ne se remplit qu’avec un bassin voisin
pooling-lack = à mutualiser : il manque du monde sur le territoire aussi
pooling-likely = à proposer : manque non établi
pooling-own-group = non : de quoi remplir un groupe
pooling-nobody = non : personne à trouver, ou inconnu
pooling-other-lever = non : la formation n’est pas le levier
pooling-enough = non : pas de manque sur le territoire
company-pooling-lack = à mutualiser : {$people} par an, moins qu’un groupe ({$group}), et il manque du monde sur le territoire aussi
company-pooling-likely = à proposer à d’autres employeurs : {$people} par an, moins qu’un groupe ({$group}) ; le métier est signalé et la formation y est un levier, mais le manque du territoire n’est pas établi
company-pooling-own-group = pas à mutualiser : {$people} par an, de quoi remplir un groupe ({$group})
company-pooling-nobody = pas à mutualiser : personne à trouver cette année, ou effectif et embauches inconnus
company-pooling-other-lever = pas à mutualiser : la formation n’est pas le levier de ce métier
company-pooling-enough = pas à mutualiser : le métier n’est pas signalé sur le territoire, ou il n’y manque personne
company-pool-likely = À proposer à d’autres employeurs, le manque du territoire n’étant pas établi : {$list}
paper-company-pool-likely = Trop peu de départs chez vous pour un groupe ; le métier est signalé sur le territoire et la formation y est un levier, mais le manque n’est pas établi. À proposer à d’autres employeurs : {$list}.
way-on-site = sur place
way-mixed = en partie à distance
way-remote = à distance
way-on-the-job = en situation de travail (AFEST)
way-with-neighbour = en un groupe avec un bassin voisin
planned-part-certification = Certification ou blocs visés
planned-part-skills = Compétences
planned-part-public = Public
planned-part-devices = Dispositifs
planned-part-commitment = Engagement des employeurs
planned-part-lead = Chef de file
planned-part-partners = Partenaires
planned-part-indicators = Indicateurs
planned-part-risks = Risques
training-as-decided = Décisions sur les liens
links-relate = Relier aussi à
links-decided-about = Tout ce qui a été décidé sur les liens, y compris les lignes refusées, qui ne sont plus dans le tableau. « Oublier la décision » rend le lien tel qu’il a été trouvé ; Ctrl+Z l’annule.
links-decided-none = Aucune décision sur un lien.
links-certification = certification {$words}
links-decided-linked = {$words} : relié à {$label}
links-decided-refused = {$words} : ne mène pas à {$label}
links-decided-only = {$words} : relié à {$label}, et à aucun autre métier hors de sa liste
links-decided-nowhere = {$words} : ne mène à aucun métier
planned-parts = Ce qui s’écrit
planned-parts-about = Sous chaque nom, ce qui a été calculé ; ce que vous écrivez le remplace sur la fiche, qui le dit.
planned-part-is = d’après les fichiers : {$text}
planned-part-none-certification = aucune certification en vigueur trouvée
planned-part-none-skills = aucun fichier ne les dit
planned-part-none-public = non dit
planned-part-none-devices = aucun dispositif connu ne convient
planned-part-none-partners = à désigner
planned-part-none-indicators = non dits
planned-part-none-risks = aucun
planned-public-add = Ajouter un public
links-choose-public = Choisir un public
planned-engaged = Comment, et avec quel engagement
planned-way = Modalité
planned-promise = Promesse des employeurs
planned-promise-unknown = inconnue
planned-promise-nothing = aucune
planned-promise-months = mois
planned-employer-size = Effectif de l’employeur
planned-committed = Engagement des employeurs obtenu
planned-by-hand = Ajouter un candidat à la main
planned-by-hand-add = Ajouter ce candidat
planned-by-hand-remove = Retirer ce candidat ajouté à la main
planned-precedents = Programmes comparables de la bibliothèque
planned-precedents-none = Aucun programme de la bibliothèque n’est comparable.
plan-precedent-cost = coût d’une place : {$cost} ; ce qui l’a fait réussir : {$context} ; source : {$by}
commitment-on = à engager par écrit sur : {$list}
commitment-any = à engager par écrit sur les conditions, le contrat ou le maintien dans l’emploi
commitment-precariousness = contrats durables
commitment-working-conditions = conditions et horaires de travail
commitment-unattractive-pay = salaires
risk-against-diagnosis = ajouté à la main : d’après le diagnostic, la formation n’est pas le levier
column-way = Modalité
column-precedent-told = Expérience de référence
paper-line-skills = Compétences
paper-line-way = Comment
paper-line-precedent = Expérience de référence
paper-line-commitment = Engagement des employeurs
paper-line-indicators = Indicateurs
paper-programme-written = {$text} (saisi)
paper-programme-committed = {$text} ({$state})
scenario-without-effect = sans effet ici : rien ne dit les départs, ou le métier n’y est pas
scenario-shift = {$name} : {$list}
scenario-shift-verdict = verdict {$before} → {$after}
scenario-shift-need = besoin sur 3 ans {$before} → {$after}
scenario-shift-gap = écart indicatif {$before} → {$after}
scenario-shift-little = change de moins d’une personne
column-route = Voie
column-modality = Modalité
column-dates = Dates
column-distance = Trajet
column-funders = Financeurs cités
supply-until = jusqu’au {$date}
planned-as-library = Bibliothèque
library-about = Les programmes menés ailleurs ou avant (« formations_reussies »), ce qu’ils ont donné, et les métiers d’ici qu’ils éclairent.
library-none = Aucune bibliothèque n’est chargée.
library-on = éclaire : {$list}
library-nothing = n’éclaire aucun métier d’ici : ni code, ni fiche ROME proche
library-outcome = {$year} : {$entered} { FORM($entered, "entré", "entrés") }, {$completed} { FORM($completed, "allé au bout", "allés au bout") }, {$employed} en emploi à six mois, {$present} { FORM($present, "présent", "présents") } à douze mois ({$worked})
layer-nsf = NSF
# Suivi du plan d’actions : décisions passées, fichiers, programmes
plan-why-other-content = les fichiers lus sont de la même année, et leur contenu n’est plus celui de ce jour-là
plan-change-same-words = inchangé
plan-change-other-words = ce n’est plus le même
plan-table-change-same-words = inchangé
plan-table-change-other-words = changé
plan-file-same = {$file} : même contenu que ce jour-là
plan-file-other = source changée : {$file} n’a plus le contenu de ce jour-là
plan-file-renamed = source renommée : le contenu de {$file} est lu sous un autre nom
plan-file-gone = source retirée : {$file} n’est plus lu
plan-programme-gone = {$name} (n’est plus un programme candidat)
plan-status-programme = programme : {$programme}
plan-status-ended = {$action} (close en {$year})
plan-status-decision-before = « {$action} », décision précédente, chiffres gardés le {$date}

# Plan d’actions : chiffres choisis, décisions précédentes, archive, mesures d’enquête
acts-drafted = Chiffres gardés le {$date} par {$who} ; l’action est encore une idée.
acts-decided-by-nobody = Chiffres gardés le {$date}, sans nom : rien ne dit qui a décidé. Écrivez le vôtre sous « Vous êtes », puis décidez à nouveau.
acts-decided-on-nothing = Décidée sans chiffre : aucun n’est gardé avec cette décision, rien ne dira s’il a changé.
acts-decided-before = Décisions précédentes ({$count})
acts-decide-who = Qui décide
acts-decided-not-kept = Cette décision ne garde pas : {$list}. Ces chiffres viennent de réponses à l’enquête qui ne sont pas sorties du projet. Pour les garder : Documents, « Exporter », puis « Décider à nouveau ».
acts-decided-left-since = Cette décision n’a pas gardé : {$list}. Ces chiffres sont sortis du projet depuis : « Décider à nouveau » les garde.
acts-decide-would-keep = Décidée maintenant, l’action garderait : {$kept}. Elle ne garderait pas : {$back}, tant que ces réponses à l’enquête ne sont pas sorties du projet (Documents, « Exporter »).
acts-origin-then = D’où vient ce chiffre, tel qu’il était gardé
acts-origin-now = ?
acts-origin-now-of = D’où vient ce chiffre aujourd’hui : {$label}
acts-figure-add = Garder aussi un chiffre publié
acts-measured-by = Mesuré par le chiffre publié
acts-unsourced = Sans source : personne ne pourra retrouver ce nombre.
acts-indicator-over = ses actions sont finies : plus de mesure attendue
acts-archive-more = Fiche gardée
acts-archive-went-on = Cette action a continué l’année suivante : sa fiche est plus loin.
acts-archive-year = Évaluation de l’année {$year}
acts-archive-evaluation = Le bilan reste ouvert : ce que l’on y change est daté au journal, avec ce qu’on y lisait avant.
acts-archive-later = Ce que l’on apprend après la clôture se note ici, avec sa date : en emploi à six mois, toujours là à douze.
plan-measure-survey = enquête {$year}
plan-adopt-way = Le prévu suppose toutes les places prises, {$completion} qui vont au bout et {$access} en emploi à six mois. À corriger par l’organisme.
plan-adopt-way-offers = {$share} (dit par les offres à portée)
plan-adopt-way-method = {$share} (choix de la méthode, faute d’offre qui le dise)

# Plan d’actions : année, retards d’abord, charge d’un chef de file, regroupement à la main
edit-plan-of-year = année du plan d’actions
acts-of-year = Année du plan
acts-of-year-bad = « {$found} » n’est pas une année possible : quatre chiffres, après les années closes
acts-late-more = et {$count} de plus, au calendrier
plan-finding-overload-usual = {$actor} mène {$count} { FORM($count, "action", "actions") } à la fois, plus que {$capacity} (repère de l’outil, faute de nombre annoncé) : {$actions}
acts-group-by-hand = Regrouper…
acts-group-by-hand-of = Regrouper « {$name} » avec une autre proposition
acts-group-by-hand-pick = Dit la même chose que
acts-under = regroupée sous « {$name} »
acts-occupation-link = Métier…
acts-occupation-link-of = Relier « {$name} » à un métier du diagnostic
acts-occupation-link-pick = Métier

# Collages du plan d’actions
plan-column-same-as = Dit la même chose que
plan-column-milestones = Jalons
plan-column-planned = Places prévues
plan-column-indicators = Indicateurs
plan-column-programme = Programme
plan-column-of-indicator = Indicateur
plan-column-measured-on = Date
plan-column-value = Valeur
plan-column-note = Note
plan-column-side = Prévu ou réalisé
plan-column-opened = Places ouvertes
plan-column-entered = Entrés en formation
plan-column-completed = Allés au bout
plan-column-employed-6 = En emploi à six mois
plan-column-there-12 = Toujours là à douze mois
plan-column-reason = Raison de l’écart
plan-column-actor-name = Acteur
plan-column-actor-kind = Type d’acteur
plan-column-can = Ce qu’il peut faire
plan-column-contact = Contact
plan-column-capacity = Actions à la fois
plan-column-levers = Leviers
plan-column-lever-name = Levier
plan-column-target-name = Cible
plan-column-wave-name = Temps de travail
plan-side-planned = prévu
plan-side-realised = réalisé
plan-mark-done = fait
acts-what-measures = les mesures
acts-what-places = le prévu et le réalisé
acts-what-actors = les acteurs
acts-what-levers = les leviers
acts-what-targets = les cibles
acts-what-waves = les temps de travail
acts-spread = Copier ou coller

# Documents du plan d’actions : lettres, années closes, mesures d’enquête
paper-plan-letters = Qui fait quoi, en lettres
paper-plan-letters-note = A : répond de l’action. R : réalise. C : est consulté. I : est informé.
paper-decided-before = {$action}, décision du {$date}
paper-evaluation-year-kept = Jalons, budget, raisons et indicateurs des actions, à la clôture
column-closed-measures = Indicateurs à la clôture
column-measure-bounds = Intervalle
column-measure-year = Enquête
plan-table-bounds = {$bounds} (à {$level})
acts-answer-housing = logement (dit par les employeurs)
acts-answer-spouse = emploi du conjoint (dit par les employeurs)
help-arg-plan-within = Ce qui est proche : 30km à vol d’oiseau, ou 45min des temps de trajet chargés
parameter-census-sampled-share = Part de la population derrière un comptage public qui ne la dit pas
acts-drafted-by-nobody = Chiffres gardés le {$date}, sans nom ; l’action est encore une idée.
# Leviers nommés par les causes
list-and = {$first} et {$last}
remedy-conditions = les conditions et les horaires de travail
remedy-contracts = la durée et le temps de travail des contrats
remedy-pay = le salaire
remedy-housing = la mobilité, le logement et le transport
remedy-spouse = l’emploi du conjoint
remedy-image = l’image du métier
remedy-competition = le partage de la main-d’œuvre entre employeurs
remedy-pool = le nombre de candidats
remedy-skills = les compétences des candidats
lever-job-quality-on = la formation n’est pas le premier levier : agir sur {$list}
lever-training-with-commitment-on = formation, avec un engagement des employeurs sur {$list}
lever-mobility-on = la formation n’est pas le premier levier : agir sur {$list}
lever-first-job-quality-on = agir sur {$list}
lever-first-mobility-on = agir sur {$list}
lever-named = {$words} ; d’après les employeurs, aussi sur {$list}
portrait-lever-job-quality-on = La formation n’est pas le premier levier : agir d’abord sur {$list}.
portrait-lever-training-with-commitment-on = La formation est un levier, à condition que les employeurs s’engagent sur {$list}.
portrait-lever-mobility-on = La formation n’est pas le premier levier : agir d’abord sur {$list}.
portrait-lever-named = Ce que nomment les employeurs du territoire appelle aussi à agir sur {$list}.
stated-cause-spouse = emploi du conjoint
decision-title = Des causes au levier : la table de décision
decision-about = La première ligne dont toutes les conditions sont remplies compte. Les classes sont celles des causes publiées, de 1 à 5 ; une classe non publiée ne remplit que la condition qui le dit.
decision-row = {$row} — {$diagnosis} → {$lever}
decision-quiet = classe officielle sous 4 et aucun signalement de confiance A ou B sur le territoire
decision-missing = {$cause} : non publié
decision-at-least = {$cause} : {$class} ou plus
decision-at-most = {$cause} : {$class} ou moins
decision-and = {" ; "}
decision-or = {" ou "}
decision-else = tout autre cas
decision-source = Source : {$source}. Vérifié le {$checked}.

# La classe et ce qu’elle vaut, l’échelon officiel et son lieu
column-class-grade = Confiance de la classe
column-score = Score de pression
column-official-place = Territoire de l’échelon officiel
column-official-tension = Valeur officielle de la tension
column-official-year = Année officielle
column-official-code = Code de la lecture officielle
column-causes-national = Causes lues à la ligne nationale
indicator-official-tension-name = Valeur officielle de la tension
indicator-official-tension-definition = Indicateur composite publié à l’échelon retenu, en écarts à sa moyenne de référence.
indicator-official-tension-nulls = Sans valeur quand l’échelon ne publie qu’une classe.
sheet-class-made = Classe de pression : comment elle se fait
class-none = Non calculable : ni part difficile (D) ni offres rapportées aux inscriptions (R), ou trop peu de cellules de référence.
class-part = {$value} ; écart {$z} ; poids {$weight}
class-part-missing = sans valeur ici : le poids va aux autres, la confiance baisse d’un cran
class-reference = Jeu de référence : {$shown} { FORM($count, "cellule", "cellules") } métier × département ({$regions}, enquête de {$year}).
class-help = De 1 à 5, par les quintiles du jeu de référence : ne se compare pas à la classe officielle. {$set}
rung-place = {$rung} — {$place}
anchor-converted = {$place} ; publiée sous {$code}
anchor-line = Officiel : classe {$class} sur 5 ({$place}, {$year})
anchor-line-value = Officiel : classe {$class} sur 5, valeur {$tension} ({$place}, {$year})
portrait-class-tension = Valeur officielle de la tension : {$tension}.
causes-constant = Une seule classe par métier pour toute la France, qui ne dit rien de propre au territoire : {$list}.
causes-national = Lu à la ligne nationale du métier, car l’échelon n’en a pas la classe ou n’a que celle d’un groupe de métiers : {$list}.
causes-of-group = Classe d’un groupe de métiers, qui varie avec sa composition et n’est pas celle du métier dans toute la France ({$place}) : {$list}.
cause-constant = {$cause} (constante nationale)
cause-of-group = {$cause} ({$place})
effective-n = Réponses effectives derrière la part : {$n}, soit {$share} des projets publiés.

# Années dans la fiche
sheet-series-share = Part difficile lissée
sheet-series-break = rupture : FAP {$edition}
sheet-series-group = Son groupe « {$label} », au-delà de la rupture de nomenclature :
sheet-series-family = Sa famille « {$label} », au-delà de la rupture de nomenclature :
sheet-series-about = Point : valeur ; barre : intervalle à 80 %. Rien n’est relié par-dessus un changement de nomenclature.
chart-trend-of-group = Le métier n’a qu’une année dans sa nomenclature : les années sont celles de son groupe.
chart-trend-of-family = Le métier n’a qu’une année dans sa nomenclature : les années sont celles de sa famille.

# Lectures à côté de l’enquête BMO
table-absent = Métiers sans ligne BMO
table-absent-about = Métiers dont l’enquête BMO n’a aucune ligne sur le territoire et dont un autre fichier parle : offres et demandeurs d’emploi (R et E), classes officielles. Une ligne absente n’est pas une cellule masquée : aucune part difficile n’est supposée, aucun métier n’est signalé ni classé parmi les autres. La classe, quand R est connu, se lit sur le même jeu de référence, par les composantes présentes, avec la confiance C.
table-surveyed = Lecture de l’enquête locale
table-surveyed-about = Ce que dit l’enquête auprès des employeurs du territoire par elle-même, à côté de BMO et sans s’y mêler : part des projets jugés difficiles telle qu’elle est montrée, puis lissée vers le département, la région et la France selon les réponses effectives (correction de population finie comprise). Où la part est couverte par le secret, rien n’en est tiré.
column-own-share = Part difficile, enquête (95 %)
column-own-posterior = Part lissée, enquête (80 %)
column-own-probability = Probabilité de dépasser le seuil, enquête
column-own-status = Signalement, enquête
column-own-grade = Confiance, enquête
column-own-class = Classe de pression, enquête
column-own-class-grade = Confiance de la classe, enquête
column-bmo-status = Signalement, BMO
column-bmo-class = Classe de pression, BMO
bmo-no-row = sans ligne BMO
indicator-survey-posterior-name = Part difficile lissée de l’enquête (80 %)
indicator-survey-posterior-definition = Part des projets jugés difficiles de l’enquête locale, lissée vers les échelons au-dessus selon ses réponses effectives.
indicator-survey-posterior-nulls = Sans valeur quand la part de l’enquête n’est pas montrée.
indicator-survey-flag-probability-name = Probabilité de dépasser le seuil, enquête
indicator-survey-flag-probability-definition = Probabilité que la part difficile, d’après l’enquête locale, dépasse le seuil.
indicator-survey-flag-probability-nulls = Sans valeur quand la part de l’enquête n’est pas montrée.
indicator-survey-class-name = Classe de pression, enquête
indicator-survey-class-definition = Quintile, dans le jeu de référence, du score fait avec la part difficile lissée de l’enquête locale.
indicator-survey-class-nulls = Non calculable quand la part n’est pas montrée, ou sous trente cellules de référence.
diagnosis-tab-beside = Autres fichiers
beside-none = Aucun autre fichier ne parle d’un métier sans ligne BMO, aucune part de l’enquête locale n’est montrée, et aucun fichier d’offres ni de demandeurs d’emploi ne parle des métiers d’ici.

# Secteurs d’après l’enquête locale, fiabilité d’un grand territoire
sector-line-survey = {" ; "}enquête locale : projets, {$projects} ; part difficile, {$share}
reliability-wide = Le territoire est vaste : ses parts bougent peu d’une année à l’autre, et les métiers proches du seuil sont parmi les indécis ou changent de code. Ce tableau ne dit pas ce que valent les signalements sur un bassin.
sectors-by-section = Par secteur
filter-group = Groupe (FAP)
group-members = { $label } : { $shown } { FORM($count, "métier", "métiers") }
group-in-table = Voir ces métiers dans le tableau
chart-causes-constant = Lien formation-emploi, conditions de travail, inadéquation géographique : une seule classe par métier pour toute la France, celle d’un groupe de métiers exceptée.
# Ce qui sort du programme
column-place-cost-low = Coût d’une place, borne basse
column-place-cost-high = Coût d’une place, borne haute
column-year-need-low = Besoin d’un an, borne basse
column-year-need-high = Besoin d’un an, borne haute
column-stays-low = Travaillent et restent, borne basse
column-stays-high = Travaillent et restent, borne haute
column-candidate-state = État du candidat
column-people-low = Personnes qui restent, borne basse
column-people-high = Personnes qui restent, borne haute
column-entrants-1y-low = Entrants par an, borne basse
column-entrants-1y-high = Entrants par an, borne haute
column-hours-low = Heures, borne basse
column-hours-high = Heures, borne haute
column-group-least = Groupe, au moins
column-group-most = Groupe, au plus
column-own-entrants-low = Vos formés par an, borne basse
column-own-entrants-high = Vos formés par an, borne haute
column-gap-alone-value = Écart avec votre seule offre, valeur
column-gap-alone-low = Écart avec votre seule offre, borne basse
column-gap-alone-high = Écart avec votre seule offre, borne haute
column-leaving-1y-low = Départs attendus, 1 an, borne basse
column-leaving-1y-high = Départs attendus, 1 an, borne haute
column-leaving-3y-low = Départs attendus, 3 ans, borne basse
column-leaving-3y-high = Départs attendus, 3 ans, borne haute
column-leaving-5y-low = Départs attendus, 5 ans, borne basse
column-leaving-5y-high = Départs attendus, 5 ans, borne haute
column-returned-sector-value = Votre secteur, valeur
column-returned-sector-low = Votre secteur, borne basse
column-returned-sector-high = Votre secteur, borne haute
column-returned-all-value = Tous les répondants, valeur
column-returned-all-low = Tous les répondants, borne basse
column-returned-all-high = Tous les répondants, borne haute
column-then-low = À la décision, borne basse
column-then-high = À la décision, borne haute
column-now-value = Aujourd’hui, valeur
column-now-low = Aujourd’hui, borne basse
column-now-high = Aujourd’hui, borne haute
column-gap-people = Personnes sur 3 ans
theme-diagnosis = Diagnostic du territoire
theme-inquiry = Enquête locale
theme-training = Formation et programmes
theme-compared = Autres années, autres territoires
theme-action = Plan d’actions
theme-reader = Pour un seul lecteur
theme-method = Sources et méthode
workbook-contents = Sommaire
workbook-back = ← Sommaire
workbook-contents-sheet = Feuille
workbook-contents-holds = Ce qu’elle contient
workbook-contents-rows = Lignes
workbook-cover-about = Le territoire, ce qui a été lu, ce qu’il faut savoir avant de citer un chiffre.
workbook-charts = Graphiques
workbook-charts-about = Les graphiques de ce classeur, chacun à côté des chiffres dont il est fait, repris tels quels de la feuille indiquée.
chart-sectors = Projets de recrutement par secteur
chart-sectors-about = Barres : projets de chaque secteur, les plus nombreux en haut
chart-balances = Besoin et entrants sur trois ans
chart-balances-about = Barres par métier : besoin de personnes formées, puis personnes que la formation locale amène
chart-series = Part difficile, année après année
chart-series-about = Lignes : part difficile lissée des premiers métiers, dans une seule édition de la nomenclature
fact-given-budget = Budget donné, {$funder}
fact-given-occupations = Métiers parmi lesquels choisir, au plus
paper-programmes-most = au plus {$shown} { FORM($count, "métier", "métiers") }
trace-without-budget = les noms d’un choix de programmes ne se retrouvent que sous son budget, ses limites et ses coûts supposés : donnez à trace les mêmes --budget, --max-occupations, --max-places, --hour-cost et --place-cost qu’à report
export-file-changed = Rien n’est écrit. Changé sur le disque depuis la lecture : {$files}. Bassin le relit : regardez les résultats, puis exportez à nouveau.
picture-again = Demandez l’image à nouveau pour l’écrire quand même.
documents-words-all = Pour toutes les fiches
documents-words-alone = Pour celle-ci seulement
documents-words-alone-help = Ces mots prennent la place de ceux de toutes les fiches ; un texte vide la leur laisse.
documents-sheets = Fiches à exporter
documents-sheets-one = Celle-ci
documents-sheets-first = Les premières de la liste
documents-sheets-chosen = Un choix
documents-sheets-count = Combien
documents-sheets-seek = Chercher un métier
documents-sheets-told =
    { $count ->
        [0] aucune fiche
       *[other] {$shown} { FORM($count, "fiche", "fiches") }
    }
chart-save = Enregistrer un graphique
chart-save-choose = Choisissez un métier dans la table pour ses graphiques.
chart-save-intervals-territory = Intervalles, tous les métiers affichés…
chart-save-quadrant-territory = Quadrant…
chart-save-trend-territory = Évolution par famille de métiers…
chart-save-columns-territory = Secteurs ou familles…
chart-save-trend-occupation = Évolution…
chart-save-causes-occupation = Causes…
chart-save-columns-occupation = Ici et ailleurs…
chart-save-balance = Enregistrer le bilan en image…
documents-csv-international = CSV international (virgule et point décimal)
help-arg-trace-budget = Euros : 150000 pour tout, ou d’un financeur : "France Travail=80000". À la place des budgets du projet ; peut être répété
help-arg-trace-max-occupations = Métiers parmi lesquels les programmes sont choisis, au plus
help-arg-report-csv = CSV à point-virgule et à la décimale de la langue, ou international : virgule et point décimal
help-arg-analyse-csv = CSV à point-virgule et à la décimale de la langue, ou international : virgule et point décimal
paper-levers-more = La liste entière est dans le classeur.
documents-over = Avec vos mots, ce document prend trop de pages en PDF : {$pages} au lieu de {$most} ; raccourcissez-les, ou retirez une partie.
table-map = Carte
table-map-about = {$title}, territoire par territoire : la carte des documents en lignes.
table-map-classes = Classes de la carte
table-map-classes-about = {$title} : les bornes des classes de la carte et combien de territoires y sont.
column-territory = Territoire
column-map-shown = Valeur et bornes
column-map-value = Valeur
column-map-low = Borne basse
column-map-high = Borne haute
column-map-class = Classe
column-map-words = Classe en mots
column-map-from = De
column-map-to = À
column-map-count = Territoires
number-map-class = Classe d’un territoire sur la carte, et nombre de territoires dans chacune : autant que les valeurs le permettent.
number-map-bound = Plus petite et plus grande valeur d’une classe de la carte.
column-map-name = Nom
number-plan-given = Donné pour ce choix, dans le projet ou à la commande.

# Coûts supposés, niveaux de prise en charge, choix sans argent
plan-cost-unknown-hours = coût inconnu, durée aussi : aucune offre de formation continue ne les dit ; à supposer par place, ou à saisir (coût, ou heures)
plan-assumed-hour = hypothèse : {$sum} l’heure ; source : {$source}
plan-assumed-place = hypothèse : {$sum} la place ; source : {$source}
plan-assumed-unsaid = non dite
plan-sum-unknown = coût inconnu
plan-sum-unpaid = {$sum} à financer
plan-sum-assumed = {$sum} (hypothèse)
plan-support = {$value} pour un an de contrat d’apprentissage, et pour ce contrat seul (niveau de prise en charge {$year}, { $count ->
    [one] une branche
   *[other] {$count} branches
})
plan-support-between = {$value} ({$bounds}) pour un an de contrat d’apprentissage, et pour ce contrat seul (niveau de prise en charge {$year}, { $count ->
    [one] une branche
   *[other] {$count} branches
})
plan-line-support = en apprentissage : {$text}
plan-cost-options = À la commande : --hour-cost 12,50 (ou remote=8) et --place-cost 3000, avec --cost-source "d’où cela vient".
proposal-from-support = { $count ->
    [one] niveau de prise en charge d’un an d’apprentissage, une branche
   *[other] niveau de prise en charge d’un an d’apprentissage, {$count} branches
}
proposal-from-stated = hypothèse saisie
way-apprenticeship = en apprentissage
way-any = toutes modalités
choice-excluded-few-places = {$places} { FORM($places, "place", "places") } au plus en tout, le groupe minimal en compte {$group}
choice-left-all-places-taken = toutes les places permises ({$places}) sont déjà prises
choice-left-brings-less = apporte {$own} par place, moins que {$name} ({$other})
choice-left-brings-more = apporte {$own} par place, plus que {$name} ({$other}), mais son groupe ne tient pas dans ce que les limites laissent
choice-unpaid-no-cost = Choix fait sans argent : aucun candidat que l’on peut retenir n’a de coût connu, le budget ne départage donc rien. Une place compte pour une, sous les seules limites de places, de métiers, de public et de date.
choice-unpaid-no-budget = Choix fait sans budget : une place compte pour une, sous les seules limites de places, de métiers, de public et de date.
choice-without-cost = { $count ->
    [one] Aucun fichier ne dit le coût de ce candidat : {$list}.
   *[other] Aucun fichier ne dit le coût de {$shown} candidats : {$list}.
} Pour les départager par l’argent : une offre de formation avec son prix (« cout_heure_eur » ou « cout_total_eur » d’un catalogue), un coût supposé une fois pour toutes par heure ou par place, ou un coût saisi sur le candidat.
choice-and-more = {$list}, et {$more} de plus
choice-empty-waiting = Rien n’est retenu : aucun candidat n’a de besoin établi.
costs-told = Ce que les fichiers disent des coûts : {$list}.
costs-no-offer = aucune offre de formation continue
costs-offers = { $count ->
    [0] aucune des offres de formation continue ({$offers}) n’a de prix
    [one] une offre de formation continue a un prix (sur {$offers}), dont menant à un métier candidat : {$here}
   *[other] {$priced} offres de formation continue ont un prix (sur {$offers}), dont menant à un métier candidat : {$here}
}
costs-supports = { $count ->
    [one] une certification a un niveau de prise en charge, qui ne vaut que pour un contrat d’apprentissage ; candidats qui la visent : {$here}
   *[other] {$shown} certifications ont un niveau de prise en charge, qui ne vaut que pour un contrat d’apprentissage ; candidats qui en visent une : {$here}
}
costs-library = { $count ->
    [one] une expérience de la bibliothèque a un coût
   *[other] {$shown} expériences de la bibliothèque ont un coût
}
costs-hour = {$sum} l’heure
costs-place = {$sum} la place
costs-stated = {$way} : {$sums} (hypothèse ; source : {$source})
planned-costs = Coûts supposés
planned-costs-about = Une hypothèse à vous, utilisée là seulement où aucun fichier ne dit le coût, et marquée comme telle partout.
planned-cost-way = Modalité
planned-cost-hour = Euros par heure
planned-cost-place = Euros par place
planned-cost-source = Source de l’hypothèse
planned-cost-add = Supposer ce coût
planned-cost-remove = Retirer l’hypothèse ({$name})
planned-cost-unread = un coût ne se lit pas : écrivez par exemple 12,50 ou 3 000
planned-cost-needs-source = dites d’où vient ce coût
planned-most-places = Places en tout, au plus
planned-opened = { $places ->
    [one] Une place retenue, sans coût compté
   *[other] {$places} places retenues, sans coût compté
}
planned-support = En apprentissage
fact-given-places = Places en tout, au plus
error-max-places = --max-places 0 ne laisserait rien à choisir : donnez 1 ou plus, ou laissez la limite de côté
error-hour-cost = --hour-cost « {$found} » ne se lit pas : donnez des euros (12,50), ou une modalité et des euros (remote=8) ; modalités : {$known}
error-place-cost = --place-cost « {$found} » ne se lit pas : donnez des euros (3000), ou une modalité et des euros (on-site=3500) ; modalités : {$known}
error-cost-source = un coût supposé a besoin de sa source : ajoutez --cost-source "d’où il vient"
error-cost-source-alone = --cost-source ne sert qu’avec --hour-cost ou --place-cost
help-arg-plan-max-places = Places ouvertes en tout, au plus ; aussi sans budget
help-arg-plan-hour-cost = Coût horaire supposé là où aucun fichier ne le dit : 12,50, ou d’une modalité : remote=8. Peut être répété ; demande --cost-source
help-arg-plan-place-cost = La même chose pour une place, là où les heures ne sont pas connues : 3000, ou on-site=3500
help-arg-plan-cost-source = D’où viennent les coûts supposés : dit partout où ils sont montrés
help-arg-report-max-places = Places ouvertes en tout, au plus ; aussi sans budget
help-arg-report-hour-cost = Coût horaire supposé là où aucun fichier ne le dit : 12,50, ou d’une modalité : remote=8. Peut être répété ; demande --cost-source
help-arg-report-place-cost = La même chose pour une place, là où les heures ne sont pas connues : 3000, ou on-site=3500
help-arg-report-cost-source = D’où viennent les coûts supposés : dit partout où ils sont montrés
help-arg-trace-max-places = Places ouvertes en tout, au plus ; aussi sans budget
help-arg-trace-hour-cost = Coût horaire supposé là où aucun fichier ne le dit : 12,50, ou d’une modalité : remote=8. Peut être répété ; demande --cost-source
help-arg-trace-place-cost = La même chose pour une place, là où les heures ne sont pas connues : 3000, ou on-site=3500
help-arg-trace-cost-source = D’où viennent les coûts supposés : dit partout où ils sont montrés
plan-need-stated = besoin supposé, une hypothèse saisie
plan-stands-stated = besoin supposé ; `supply` montre un écart indicatif sur 3 ans ({$gap}), {$basis} ; règle : {$rule}
costs-need-stated = Besoin supposé là où rien ne l’établit : {$percent} du plus que les fichiers permettent (hypothèse ; source : {$source})
error-need-percent = un besoin supposé va de 1 à 100 (%) et a besoin de sa source : --need-percent 20 --need-source "d’où il vient"
planned-need = Besoin supposé
planned-need-about = Là seulement où rien n’établit le besoin : une part du plus que les fichiers permettent.
planned-need-percent = Pour cent du plus possible
planned-need-source = Source du besoin supposé
planned-need-add = Supposer ce besoin
planned-need-remove = Retirer le besoin supposé
plan-waiting-options = À la commande : --need-percent 20 --need-source "d’où cela vient" suppose ce besoin, une hypothèse dite partout.
help-arg-plan-need-percent = Besoin supposé là où rien ne l’établit, en pour cent du plus que les fichiers permettent ; demande --need-source
help-arg-plan-need-source = D’où vient le besoin supposé
help-arg-report-need-percent = Besoin supposé là où rien ne l’établit, en pour cent du plus que les fichiers permettent ; demande --need-source
help-arg-report-need-source = D’où vient le besoin supposé
help-arg-trace-need-percent = Besoin supposé là où rien ne l’établit, en pour cent du plus que les fichiers permettent ; demande --need-source
help-arg-trace-need-source = D’où vient le besoin supposé
fact-supposed = Supposé (hypothèse)
paper-programmes-supposed-title = Ce plan tient sur des hypothèses saisies
paper-programmes-unpriced-title = Des coûts que rien ne dit
paper-programmes-unpriced = Là où le coût d’une place est inconnu, aucun fichier lu ne le dit : demandez un devis à l’organisme, chargez un catalogue avec ses prix, ou supposez un coût avec sa source.
catalogue-without-own = sans formation à vous
catalogue-short = {$label} : écart indicatif {$gap}
company-class-unknown = inconnue
paper-company-several = Rien à comparer tant que le métier n’est pas choisi ({$text}).
paper-line-devices = Financement, à votre façon
choice-idle = { $count ->
    [one] dont une place au-delà du besoin sûr : un plancher demandé ou la taille du groupe l’impose
   *[other] dont {$shown} places au-delà du besoin sûr : un plancher demandé ou la taille du groupe les impose
}
verdict-why-offers-unknown = il manque du monde (écart indicatif à trois ans : {$gap}), mais aucun catalogue ni liste d’offres n’est chargé : rien ne dit ce qui s’enseigne déjà à portée.
balance-missing-offers = aucun catalogue ni liste d’offres n’est chargé : les entrants ne sont pas connus, ils sont comptés pour zéro
choice-error-floor-sector = plancher de {$floor} { FORM($floor, "place", "places") } impossible à tenir pour {$target} : aucun candidat n’est de ce secteur ; seul un fichier des embauches par ROME et activité (NAF) relie les métiers aux secteurs
choice-more-nothing-found = {$step} € de plus ({$funder}) : rien ne change, jusqu’à {$below} € de plus (prouvé) ; la somme de la première hausse n’est pas trouvée dans l’effort permis
choice-unknown-funder = « {$name} » ne paie aucun dispositif connu ici : ce budget ne peut rien payer. Payeurs des dispositifs connus : {$known}
catalogue-may-lead = {$title} → {$list}
catalogue-proposed = { $count ->
    [one] une formation à vous y mène peut-être : son lien est à confirmer, elle ne compte pas encore
   *[other] {$shown} formations à vous y mènent peut-être : leur lien est à confirmer, elles ne comptent pas encore
}
body-may-lead = {$kind} : {$list}
body-how-to-link = Pour relier une offre : « Offres et liens », chercher son intitulé, choisir la ligne, puis Entrée pour confirmer le lien proposé ou choisir un autre métier.
paper-body-others = d’autres
# Sans enquête BMO parmi les fichiers.
status-unread = sans enquête BMO
basis-official = d’après la classe officielle
missing-projects = projets de recrutement, difficulté déclarée, signalement, rang, évolution : une enquête BMO
error-nothing-told = aucun fichier ne parle des métiers de {$code} : ni enquête BMO, ni tensions de la Dares, ni classes France Travail de ce bassin, ni enquête auprès des employeurs, ni offres, ni demandeurs d’emploi
note-no-projects = Pas d’enquête BMO chargée : pas de projets ni de difficulté déclarée, donc ni signalement, ni rang, ni évolution, ni besoin tiré des projets. Les métiers sont ceux dont parlent les autres fichiers.
note-several-departments-communes = Le territoire couvre plusieurs départements ; l’ancrage officiel est celui de {$used}, qui a le plus de ses communes.
table-diagnosis-about-unsurveyed = Un métier par ligne, dont parle au moins un fichier. Pas d’enquête BMO chargée : pas de projets ni de difficulté déclarée, donc ni signalement ni rang. D’abord les métiers de classe officielle 4 ou 5 ; parmi eux, ceux dont la classe est publiée pour le territoire lui-même ou son département avant ceux d’un échelon plus large ; puis la classe, sa valeur, la classe de pression.
table-programmes-about-unsurveyed = Ce qui est recommandé pour chaque métier que sa classe officielle dit en tension ; quand la formation n’est pas le premier levier, c’est écrit. Sans enquête BMO, aucun nombre de places n’est tiré des projets.
unsurveyed-title = Sans enquête BMO
unsurveyed-quadrant = Pas d’enquête BMO chargée : sans projets ni part difficile, rien n’est à placer ici.
unsurveyed-no-class = aucune classe officielle ne se lit pour ce métier
unsurveyed-chart = Pas d’enquête BMO chargée : ces graphiques montrent des projets et leur part difficile, rien n’est dessiné.
unsurveyed-comparison = Pas d’enquête BMO chargée : la comparaison avec d’autres territoires porte sur des projets, elle n’est pas calculable.
unsurveyed-evolution = Pas d’enquête BMO chargée : rien n’est dit d’une évolution. Ce n’est pas une stabilité.
unsurveyed-places = Nombre de places : non calculable, il se tire des projets d’une enquête BMO.
portrait-unsurveyed = Pas d’enquête BMO chargée : pas de projets ni de difficulté déclarée.
portrait-posts = Postes offerts d’après les offres chargées : {$shown}.
portrait-seekers = Demandeurs d’emploi de catégorie A qui cherchent ce métier : {$shown}.
portrait-offers-per-seeker = Postes offerts par inscrit : {$shown}.
portrait-exit-rate = Taux de sortie des listes : {$shown}.
difference-official = « {$first} » – {$here} ; « {$second} » – {$there}. Sans enquête BMO, leurs parts difficiles ne sont pas connues.
table-flows = Offres et demandeurs d’emploi
table-flows-about = Par métier : postes des offres chargées et nature de leurs listes (flux ou stock, jamais additionnés), demandeurs d’emploi de catégorie A à la fin de la dernière période, puis les deux taux, quand les fichiers les donnent : postes offerts par inscrit (R), de deux flux d’une même période, et taux de sortie (E). Une case vide : aucun fichier ne le dit.
column-offers-nature = Nature des offres
column-seekers-period = Période des demandeurs
nature-flow = flux
nature-stock = stock
nature-unknown = non dite
indicator-job-seekers-name = Demandeurs d’emploi (A)
indicator-job-seekers-definition = Demandeurs d’emploi de catégorie A qui cherchent ce métier, à la fin de la dernière période d’un fichier.
indicator-job-seekers-nulls = Inconnu sans fichier de demandeurs d’emploi, ou quand une cellule manque ; entre bornes quand une cellule est masquée.
unit-seekers = demandeurs d’emploi
cover-year-unsurveyed = Année du fichier le plus récent
fact-tense = Métiers de classe officielle 4 ou 5
fact-tense-own = Métiers de classe officielle 4 ou 5, publiée pour le territoire lui-même ou son département
fact-listed = Métiers de la liste
paper-lead-unsurveyed =
    { $count ->
     [0] {$territory}, {$year} : sans enquête BMO, aucun métier n’est signalé par des projets ; sur {$of}, aucun n’est en tension d’après la classe officielle.
     [one] {$territory}, {$year} : sans enquête BMO, aucun métier n’est signalé par des projets ; {$tense} métier sur {$of} est en tension d’après la classe officielle.
    *[other] {$territory}, {$year} : sans enquête BMO, aucun métier n’est signalé par des projets ; {$tense} métiers sur {$of} sont en tension d’après la classe officielle.
    }
paper-lead-unsurveyed-own =
    { $count ->
     [0] Aucune de ces classes n’est publiée pour le territoire lui-même ou son département : elles sont celles de la région ou de la France.
     [one] Pour {$shown} métier, la classe est publiée pour le territoire lui-même ou son département ; ailleurs, elle est celle de la région ou de la France.
    *[other] Pour {$shown} métiers, la classe est publiée pour le territoire lui-même ou son département ; ailleurs, elle est celle de la région ou de la France.
    }
paper-fact-tense = métiers en tension d’après la classe officielle
paper-fact-tense-beneath = classe 4 ou 5, sur {$of}
paper-fact-tense-own = dont la classe est d’ici
paper-fact-tense-own-beneath = publiée pour le territoire lui-même ou son département
paper-context-unsurveyed = Cette note porte sur {$territory} ({$code}). Aucune enquête Besoins en main-d’œuvre (BMO) n’est chargée : elle lit les autres fichiers, listés à la fin, à la date du {$date}. Chaque chiffre porte un nom court en gris : il permet de retrouver le fichier, les lignes et le calcul dont il vient.
paper-list-caption-unsurveyed = Métiers en tension d’après leur classe officielle
paper-list-note-unsurveyed = Classe, valeur publiée de la tension, échelon et territoire où elles ont été lues : le plus fin qui soit publié. Un échelon plus large que le territoire n’en est qu’une présomption.
paper-list-unsurveyed =
    { $count ->
     [one] {$shown} métier est en tension d’après sa classe officielle.
    *[other] {$shown} métiers sont en tension d’après leur classe officielle ; la liste entière est dans le classeur.
    }
paper-list-none-unsurveyed = Aucune classe officielle de 4 ou 5 ne se lit sur ce territoire.
paper-flows-note = Postes des offres chargées ; demandeurs d’emploi de catégorie A ; R : postes offerts par inscrit, de deux flux d’une même période. La classe ne se lit que si assez de départements de la région ont les mêmes taux.
paper-fact-official = classe officielle, sur 5
paper-fact-official-beneath = {$place}, {$year}
paper-fact-class-grade = confiance {$grade}
paper-fact-offers-per-seeker = postes offerts par inscrit
paper-fact-posts = postes offerts
paper-fact-seekers = demandeurs d’emploi de catégorie A
cli-list-about-unsurveyed = Sans enquête BMO, les métiers que leur classe officielle dit en tension :
cli-list-empty-unsurveyed = Sans enquête BMO, aucun métier n’est dit en tension par une classe officielle.
unsurveyed-atlas = Pas d’enquête BMO chargée : ce tableau montre les projets de tous les bassins, il n’y en a pas.
paper-subtitle-place-unsurveyed = {$territory} · sans enquête BMO
paper-subtitle-actions-unsurveyed = Territoire {$code} · sans enquête BMO
class-reference-unsurveyed = Jeu de référence : {$shown} { FORM($count, "cellule", "cellules") } métier × département ({$regions}, fichiers de {$year}).
error-occupation-here-unsurveyed = aucun fichier ne parle ici du métier {$code}
map-official = N’est dessinée que la classe publiée pour le territoire lui-même : un territoire sans valeur n’est pas sans tension, sa classe se lit à un échelon plus large.
sector-posts-unknown = non connus
plan-none-unsurveyed = Aucun programme candidat : sans enquête BMO, aucun besoin ne se tire de projets de recrutement. Une enquête locale ou un comptage de l’emploi par métier et par âge donne un besoin ; un programme peut aussi être ajouté à la main.
table-levers-about-unsurveyed = Métiers en tension d’après leur classe officielle, sans ligne de formation : ce qui agit d’abord est écrit.
paper-causes-intro-unsurveyed = Un même signe, des candidats rares, peut venir de causes différentes ; le levier dépend de la cause. Métiers en tension d’après leur classe officielle, par diagnostic :
paper-causes-caption-unsurveyed = Causes publiées des métiers en tension
paper-levers-caption-unsurveyed = Métiers en tension sans ligne de formation : le levier et qui pourrait le porter
paper-levers-first-unsurveyed =
    { $count ->
     [one] Pour {$shown} métier, former davantage ne suffira pas : les formés n’iront pas, ou ne resteront pas, tant que la cause demeure.
    *[other] Pour {$shown} métiers, former davantage ne suffira pas : les formés n’iront pas, ou ne resteront pas, tant que la cause demeure.
    }
paper-lead-training-unsurveyed =
    { $count ->
     [0] La formation n’est le levier d’aucun de ces métiers.
     [one] La formation est un levier pour {$shown} de ces métiers.
    *[other] La formation est un levier pour {$shown} de ces métiers.
    }
paper-heading-note-list-unsurveyed = Les métiers en tension
paper-evolution-one-year-unsurveyed = Pas d’enquête BMO chargée : rien n’est dit d’une évolution. Ce n’est pas une stabilité.
fact-training-unsurveyed = Métiers en tension où la formation est un levier
fact-another-lever-unsurveyed = Métiers en tension où un autre levier vient d’abord
paper-subtitle-unsurveyed = Territoire {$code} · sans enquête BMO
column-seekers-low = Demandeurs, minimum
column-seekers-high = Demandeurs, maximum

issue-gzip = le fichier est compressé par gzip : décompressez-le d’abord, puis chargez ce qu’il contient
issue-utf-32 = le texte est en UTF-32, qui n’est pas lu : enregistrez-le en UTF-8
issue-cells-of-parts = les cellules de cette colonne sont des listes ou des structures : aucune n’est lue, toutes sont inconnues
issue-not-finite =
    { $count ->
        [one] {$shown} cellule sans nombre ou infinie (NaN, inf) est lue comme inconnue
       *[other] {$shown} cellules sans nombre ou infinies (NaN, inf) sont lues comme inconnues
    }
issue-units-taken =
    { $count ->
        [one] {$shown} nombre lu sans son unité (€)
       *[other] {$shown} nombres lus sans leur unité (€)
    }
issue-cells-beyond = cette ligne compte plus de cellules ({$cells}) que l’en-tête n’a de colonnes ({$columns}) : le séparateur est sans doute aussi dans un nombre ou dans un texte sans guillemets, et les valeurs ne sont plus sous leurs colonnes
issue-bad-bytes =
    { $count ->
        [one] {$shown} octet n’est pas de l’UTF-8 (ligne {$line}) : il est remplacé par « � »
       *[other] {$shown} octets ne sont pas de l’UTF-8 (le premier ligne {$line}) : ils sont remplacés par « � »
    }
issue-year-contradicted = les lignes disent {$year}, le nom de la colonne {$column} une autre année : {$year} est retenu ; vérifiez que c’est bien le fichier de cette année
error-not-a-file = ce n’est pas un fichier ordinaire (dossier, tube ou périphérique)
disagreement-rows-alone =
    { $count ->
        [one] { $shown } ligne n’est
       *[other] { $shown } lignes ne sont
    } que dans « { $file } ».
issue-cell-two-readings = « {$text} » se lit de deux façons, avec décimales ou avec milliers : il est lu avec ses décimales ; s’il s’agit de milliers, écrivez-le sans point ni virgule
