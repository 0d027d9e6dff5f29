### Mots de Bassin, en français : langue source.

colon = {" : "}
severity-error = Erreur
severity-warning = Attention
severity-notice = Information
place-sheet = feuille {$sheet}
place-row = ligne {$row}
place-column = colonne {$column}
issue-empty-file = le fichier est vide
issue-too-large = le contenu dépasse la limite de {$limit} Mio
issue-not-a-workbook = ce n’est ni un classeur ni un texte lisible, quelle que soit son extension
issue-password-protected = le classeur est protégé par un mot de passe : enregistrez-le sans protection
issue-damaged = le fichier est abîmé ou incomplet ({$detail})
issue-unrecognised = aucune ligne d’en-tête connue dans les vingt premières lignes
issue-read-panicked = la lecture a échoué sur ce contenu ; les autres fichiers ne sont pas touchés
issue-documentation-only = description des variables, sans données
issue-lock-file = fichier de verrouillage d’un tableur, ignoré
issue-no-usable-row = aucune ligne utilisable
issue-sheet-too-wide = la feuille a {$columns} colonnes
issue-same-content = même contenu que {$file}
issue-missing-column = colonne absente : {$column}
issue-duplicate-column = la colonne {$column} apparaît deux fois ; la première est lue
issue-year-unknown = le fichier ne dit pas de quelle année il est
issue-fap-version-unclear = nomenclature des métiers incertaine : {$old} codes sur {$of} en FAP 2009, {$new} en FAP 2021
issue-codes-unknown =
    { $count ->
     [one] {$shown} code inconnu
    *[other] {$shown} codes inconnus
    } en {$system} ({$examples})
issue-not-a-number = « {$text} » n’est pas un nombre
issue-not-a-code = « {$text} » n’est pas un code {$system}
issue-not-a-date = « {$text} » n’est pas une date
issue-not-an-option = « {$text} » n’est pas une valeur prévue
issue-required = cellule vide, valeur obligatoire
issue-negative = valeur négative : {$text}
issue-impossible = valeurs incompatibles : {$rule}
issue-duplicate-key = ligne en double ({$key})
issue-cell-error = erreur de formule ({$text})
issue-too-long = cellule de {$length} caractères
issue-leading-zeros =
    { $count ->
     [one] {$shown} code complété
    *[other] {$shown} codes complétés
    } par des zéros
issue-trimmed =
    { $count ->
     [one] {$shown} cellule
    *[other] {$shown} cellules
    } sans ses espaces
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
rung-basin = bassin, métier (ROME)
rung-department-occupation = département, métier
rung-department-group = département, groupe de métiers
rung-region-occupation = région, métier
rung-region-group = région, groupe de métiers
rung-france-occupation = France, métier
diagnosis-no-flag = pas de signe de tension
diagnosis-trained-labour = main-d’œuvre formée insuffisante
diagnosis-mixed = mixte : formation et qualité d’emploi
diagnosis-job-quality = attractivité et qualité d’emploi
diagnosis-small-pool = vivier réduit, métier accessible
diagnosis-turnover = renouvellement et volume d’embauche
diagnosis-geography = inadéquation géographique
diagnosis-undetermined = indéterminé
lever-none = aucun
lever-training = formation
lever-training-with-commitment = formation, avec un engagement des employeurs
lever-job-quality = la formation n’est pas le premier levier : conditions, horaires, contrat, salaire, logement
lever-widen-pool = élargir le vivier, formations courtes d’accès
lever-retention = la formation n’est pas le premier levier : fidélisation, groupement d’employeurs, temps partagé
lever-mobility = la formation n’est pas le premier levier : mobilité, logement, transport
lever-ask-employers = interroger les employeurs avant d’agir
basis-evidence = fondé sur les données du territoire
basis-presumed = présumé d’après l’échelon supérieur
column-code = Code
column-label = Métier
column-projects = Projets de recrutement (somme publiée)
column-projects-low = Projets, minimum
column-projects-high = Projets, maximum
column-masked = Cellules masquées
column-difficult = Projets difficiles (somme publiée)
column-difficult-low = Projets difficiles, minimum
column-difficult-high = Projets difficiles, maximum
column-share = Part difficile
column-share-low = Part difficile, minimum
column-share-high = Part difficile, maximum
column-posterior = Part difficile lissée
column-posterior-low = Part lissée, borne basse à 80 %
column-posterior-high = Part lissée, borne haute à 80 %
column-probability = Probabilité de dépasser la part France
column-status = Signalement
column-grade = Confiance (A, B, C)
column-class = Classe de pression du territoire (1 à 5)
column-official = Classe officielle de tension (1 à 5)
column-rung = Échelon de la classe officielle
column-diagnosis = Diagnostic
column-lever = Levier
cli-rows = lignes : {$read} lues = {$kept} gardées + {$refused} refusées + {$empty} vides
cli-masked = {$count} cellules masquées (secret statistique), lues comme des intervalles
cli-beyond = et {$count} autres
cli-reading = {$done}/{$of} {$path}
cli-reference-lists = Listes de référence intégrées
cli-totals =
    {$projects} projets de recrutement publiés, { $masked ->
     [0] aucune cellule masquée
     [one] {$masked} cellule masquée
    *[other] {$masked} cellules masquées
    } ; part jugée difficile {$share} (entre {$range})
error-file = {$detail} : {$path}
error-territory-code = code de territoire mal formé : {$code} (attendu : be:8450, dep:15, reg:84, fr)
error-no-survey = aucune enquête BMO parmi les fichiers : sans elle, rien n’est calculable
error-year-not-loaded = l’enquête BMO {$year} n’est pas chargée (années chargées : {$loaded})
error-territory-absent = {$code} n’a aucune ligne dans l’enquête BMO {$year} ; codes proches : {$close}
error-zone-not-surveyed = {$code} est une zone d’emploi ; BMO compte par bassin d’emploi ; bassins qui partagent ses communes : {$close}
indicator-projects-name = Projets de recrutement
indicator-projects-definition = Recrutements que les employeurs déclarent envisager dans l’année.
indicator-projects-nulls = Les cellules masquées sont des intervalles ; une ligne absente n’est pas une ligne masquée.
indicator-difficult-projects-name = Projets jugés difficiles
indicator-difficult-projects-definition = Projets que l’employeur s’attend à voir difficiles : jamais des emplois non pourvus.
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
indicator-flag-probability-name = Probabilité du signalement
indicator-flag-probability-definition = Probabilité que la part lissée dépasse celle de l’ensemble des métiers en France.
indicator-flag-probability-nulls = Hors biais de non-réponse.
indicator-pressure-score-name = Score de pression
indicator-pressure-score-definition = Écart à la moyenne des métiers des départements de la région.
indicator-pressure-score-nulls = Non calculable sans projet publié.
indicator-pressure-class-name = Classe de pression
indicator-pressure-class-definition = Quintile du score dans l’ensemble de référence.
indicator-pressure-class-nulls = Non calculable sous trente cellules de référence.
indicator-official-tension-class-name = Classe officielle de tension
indicator-official-tension-class-definition = Classe de l’échelon publié le plus fin.
indicator-official-tension-class-nulls = Vide sans fichier officiel chargé.
indicator-training-offers-name = Offres de formation
indicator-training-offers-definition = Offres de cours liées au métier : pas un nombre de personnes formées.
indicator-training-offers-nulls = Inconnu sans catalogue chargé.
indicator-places-order-name = Ordre de grandeur des places
indicator-places-order-definition = Ordre de grandeur des places à ouvrir par an, jamais une prévision.
indicator-places-order-nulls = Intervalle seul quand il est trop large.
indicator-survey-projects-name = Projets déclarés à l’enquête locale
indicator-survey-projects-definition = Projets des établissements répondants, non pondérés.
indicator-survey-projects-nulls = Caché sous trois répondants ou quand un seul domine.
indicator-survey-difficult-name = Projets difficiles à l’enquête locale
indicator-survey-difficult-definition = Projets difficiles des répondants, non pondérés.
indicator-survey-difficult-nulls = Caché sous trois répondants ou quand un seul domine.
indicator-survey-causes-name = Causes citées
indicator-survey-causes-definition = Part des établissements qui citent la cause.
indicator-survey-causes-nulls = Caché sous trois répondants.
indicator-survey-training-need-name = Besoin de formation
indicator-survey-training-need-definition = Part des établissements qui ont un besoin de formation.
indicator-survey-training-need-nulls = Caché sous trois répondants.
indicator-local-posts-name = Postes offerts
indicator-local-posts-definition = Postes des offres locales chargées.
indicator-local-posts-nulls = Inconnu sans liste d’offres.
error-not-found = aucun fichier ni dossier à ce nom
error-permission = lecture interdite
error-too-large = fichier de plus d’un gibioctet
