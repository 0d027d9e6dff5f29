### The words of Bassin, in English.

colon = {": "}
severity-error = Error
severity-warning = Warning
severity-notice = Notice
place-sheet = sheet {$sheet}
place-row = row {$row}
place-column = column {$column}
issue-empty-file = the file is empty
issue-too-large = the content exceeds the limit of {$limit} MiB
issue-not-a-workbook = neither a workbook nor a readable text, whatever its extension
issue-password-protected = the workbook is protected by a password: save it without protection
issue-damaged = the file is damaged or incomplete, nothing of it is used: {$detail}
damage-archive = the end of the archive is missing, or it is none; download or copy it again
damage-cut = it stops before its end; download or copy it again
damage-checksum = one of its parts does not match its checksum; download or copy it again
damage-method = one of its parts is compressed or encrypted in a way that is not read; save it again
damage-old-workbook = the inside of this old workbook cannot be read; open it in a spreadsheet program and save it as xlsx
damage-json = it is no longer readable at line {$line}, character {$column}
damage-xml = one of its parts is not well formed; open it in a spreadsheet program and save it again
damage-parquet = its columns cannot be read; export it again
damage-other = one of its parts cannot be read; open it in a spreadsheet program and save it again (technical message: {$detail})
issue-unrecognised = no known header in the first twenty rows; if it is a table of your own, map its columns (step Sources)
issue-read-panicked = reading failed on this content; the other files are not affected
issue-documentation-only = list of variables, no data
issue-lock-file = service file of a spreadsheet program or of the system, left aside
issue-too-many-members = the archive holds more than {$limit} files: the following ones are not read
issue-no-usable-row = no usable row
issue-sheet-too-wide = the sheet has {$columns} { FORM($columns, "column", "columns") }, more than a spreadsheet has: the last ones are not read
issue-sheet-too-long = the sheet has cells below row {$rows}, the last of a spreadsheet: they are not read
issue-same-content = same content as {$file}
issue-missing-column = missing column: {$column}
issue-duplicate-column = column {$column} appears twice; the first is read
issue-year-unknown = the file does not say which year it is of: write it in its name (bmo_2016.csv), or give it with --year
issue-fap-version-unclear = unclear occupation nomenclature: {$old} { FORM($old, "code", "codes") } of {$of} in FAP 2009, {$new} in FAP 2021
issue-codes-unknown =
    { $count ->
     [one] {$shown} code
    *[other] {$shown} codes
    } {$system} that the lists do not know ({$examples})
issue-shape-refused = shape not read: {$why}
issue-shapes-without-code = no property of the shapes holds a known code of commune, basin, employment zone, département or region
issue-shape-codes-unclear = the codes of “{$column}” exist in two divisions ({$first} and {$second}): name the property (for instance code_bassin or code_ze) or add the labels
issue-too-many-points = the map has more than {$limit} points: simplify it before loading it
issue-rings-closed =
    { $count ->
     [one] {$shown} outline closed
    *[other] {$shown} outlines closed
    }
issue-rings-without-area =
    { $count ->
     [one] {$shown} outline without area left aside
    *[other] {$shown} outlines without area left aside
    }
shape-not-degrees = coordinates are not degrees of longitude and latitude (WGS 84 expected)
shape-antimeridian = the outline goes more than half around the Earth; cut it at meridian 180
shape-no-geometry = no geometry
shape-not-an-area = not an area (Polygon or MultiPolygon expected)
shape-other-depth = coordinates wrongly nested
shape-without-area = no area
level-com = communes
level-be = employment basins
level-ze = employment zones
level-clpe = local employment committees
level-epci = intercommunal groupings (EPCI)
level-dep = départements
level-reg = regions
issue-not-a-number = “{$text}” is not a number
issue-not-a-code = “{$text}” is not a code {$system}
issue-not-a-date = “{$text}” is not a date
issue-not-an-option = “{$text}” is not an expected value
issue-required = empty cell, a value is required
issue-negative = negative value: {$text}
issue-impossible = incompatible values: {$rule}
issue-duplicate-key = duplicate row ({$key})
issue-cell-error = formula error ({$text})
issue-too-long = cell or row of {$length} { FORM($length, "character", "characters") }, not read
issue-leading-zeros =
    { $count ->
     [one] {$shown} code
    *[other] {$shown} codes
    } padded with zeros
issue-trimmed =
    { $count ->
     [one] {$shown} no-break space
    *[other] {$shown} no-break spaces
    } removed at the end of cells
issue-zero-is-unknown =
    { $count ->
     [one] {$shown} zero
    *[other] {$shown} zeros
    } read as unknown
issue-derived-from =
    { $count ->
     [one] {$shown} value
    *[other] {$shown} values
    } derived from {$from}
issue-defaulted =
    { $count ->
     [one] {$shown} empty cell
    *[other] {$shown} empty cells
    } read as {$value}
rule-part-exceeds-projects = more difficult or seasonal projects than projects
rule-zero-duration = a duration of zero (leave empty when unknown)
kind-bmo = BMO, hiring projects
kind-bmo-dictionary = BMO list of variables
kind-dares-tension = Dares tensions
kind-basin-tension = France Travail tensions by ROME and basin
kind-regulatory-list = Regulatory list of occupations
kind-certif-info = Certif Info, certifications
kind-course-offers = Mon Compte Formation, offers
kind-training-catalogue = Training catalogue
kind-survey-establishments = Survey, establishments
kind-survey-occupations = Survey, occupations
kind-establishment-register = Register of establishments
kind-job-offers = Local job offers
kind-job-seekers = Job seekers
kind-travel-times = Travel times between communes
kind-commune-basins = Communes and employment basins
kind-commune-zones = Communes and zones d’emploi
kind-commune-committees = Communes and local committees
kind-fap2021-tree = FAP 2021 nomenclature
kind-fap2009-labels = FAP 2009 nomenclature
kind-rome-to-fap2021 = ROME to FAP 2021
kind-rome-to-fap2009 = ROME to FAP 2009
kind-rome-cards = ROME cards
kind-naf-labels = NAF nomenclature
kind-map = Map
kind-unknown = Not recognised
status-flagged = flagged
status-to-check = to check
status-not-flagged = not flagged
status-presumed = presumed
status-no-project = no project
rung-basin = basin, occupation (ROME)
rung-department-occupation = département, occupation
rung-department-group = département, group of occupations
rung-region-occupation = région, occupation
rung-region-group = région, group of occupations
rung-france-occupation = France, occupation
rung-france-group = France, group of occupations
diagnosis-no-flag = no sign of tension
diagnosis-trained-labour = too few trained workers
diagnosis-mixed = mixed: training and job quality
diagnosis-job-quality = attractiveness and job quality
diagnosis-small-pool = small pool, accessible occupation
diagnosis-turnover = turnover and volume of hires
diagnosis-geography = geographic mismatch
diagnosis-undetermined = undetermined
lever-none = none
lever-training = training
lever-training-with-commitment = training, with a commitment of employers
lever-job-quality = training is not the first lever: conditions, hours, contract, pay, housing
lever-widen-pool = widen the pool, short access training
lever-retention = training is not the first lever: retention, employers’ group, shared time
lever-mobility = training is not the first lever: mobility, housing, transport
lever-first-job-quality = working conditions: hours, contract, pay, housing
lever-first-retention = retention: employers’ group, shared time
lever-first-mobility = mobility, housing, transport
lever-ask-employers = ask employers before acting
cli-missing = What these files do not say, and what would bring it:
missing-causes = causes of the difficulties and official class, hence the lever: Dares tensions (extract or workbooks of 2019 to 2024), France Travail classes by ROME and basin
missing-training = training supply: Certif Info, Mon Compte Formation, offers of the Carif-Oref or a catalogue of the territory
missing-offers = offers over registrations (R): a dated list of new offers (flow) and job seekers with their entries, over all the départements of the region
missing-exits = exits of job seekers (E): job seekers with their stock and their exits, over all the départements of the region
missing-years = trend, entries and exits of the list, reliability of the flags: a BMO survey of another year
missing-survey = causes and needs stated by the employers of the territory: a survey of establishments (questionnaire: bassin survey kit)
basis-evidence = based on the territory’s own data
basis-presumed = presumed from the rung above
column-code = Code
column-label = Occupation
column-projects = Hiring projects (published sum)
column-projects-low = Projects, least
column-projects-high = Projects, most
column-masked = Projects: masked cells
column-masked-difficult = Difficult: masked cells
column-difficult = Difficult projects (published sum)
column-difficult-low = Difficult projects, least
column-difficult-high = Difficult projects, most
column-share = Difficult share
column-share-low = Difficult share, least
column-share-high = Difficult share, most
column-posterior = Smoothed difficult share
column-posterior-low = Smoothed share, 80% lower bound
column-posterior-high = Smoothed share, 80% upper bound
column-probability = Probability of exceeding the cut
column-trend = Change of the share
column-movement = List of flags
column-year-before = Before
column-before-shown = Smoothed difficult share, before
column-before = Smoothed share, before
column-before-low = Before, low bound
column-before-high = Before, high bound
column-year-after = After
column-break = Break of nomenclature crossed
column-passage = Counterpart
level-occupation = occupation
level-group = group
level-family = family
movement-entry = entry
movement-kept = kept
movement-exit = exit
movement-unsure = uncertain
movement-not-comparable = not comparable
trend-up = rising
trend-down = falling
trend-stable = stable
trend-inconclusive = inconclusive
trend-alone = a single year
table-evolution = Change
table-evolution-about = What changed since the loaded year before. A rise or a fall needs two 80% intervals apart, and data of the territory in both years; "stable" needs a change whose interval is within ten points; otherwise, "inconclusive". By occupation, never from one nomenclature to the other: it is crossed only by groups that correspond, with the part they share, and by families, which keep their title while occupations may have changed family. Entries and exits: flags founded on the territory; "uncertain": one of the two years is masked or too small to tell.
table-reliability = Reliability
table-reliability-about = Did the flags of one year announce the difficulty of the next on this territory? "Difficult": the published share of the next year is above that year's cut, unsmoothed. Persistence repeats the year before: published share above the cut of then. κ (Cohen’s kappa): agreement beyond chance, 1 perfect, 0 no better than chance. 80% intervals; they do not tell the error of the survey itself. Undecided occupations, often near the cut, are left out: agreement looks better for it.
couples-counts = Basins that recruit both: {$both}; the first alone: {$first}; the second alone: {$second}.
couples-title = Couples
couples-about = Two occupations, two jobs: the basins that recruit both, the nearest first, by département and région, not in kilometres. A masked cell there is an interval, never none.
couples-choose = Choose an occupation in the table, then the spouse's one here.
couples-with = with
couples-none = the spouse's occupation
couples-basins = Basins that recruit both
couples-basin = Basin
couples-sectors-title = Sectors that hire both
couples-projects = {$projects} ({$difficult} difficult)
couples-no-sector = Sectors: not known without the table of hirings by ROME and NAF.
couples-sectors = Sectors that hire both, part of the hirings of each occupation: national estimate through ROME cards, not a count of this territory.
nearness-inside = in the territory
nearness-same-department = same département
nearness-same-region = same région
nearness-elsewhere = elsewhere
column-years = Years
column-predictor = What announces
column-compared = Occupations compared
column-came = Difficult after
column-said = Announced
column-said-and-came = Announced and difficult
column-precision-shown = Precision
column-precision = Precision
column-precision-low = Precision, low bound
column-precision-high = Precision, high bound
column-recall-shown = Recall
column-recall = Recall
column-recall-low = Recall, low bound
column-recall-high = Recall, high bound
column-kappa-shown = κ
column-kappa = κ
column-kappa-low = κ, low bound
column-kappa-high = κ, high bound
predictor-flag = flag of the tool
predictor-persistence = persistence
reliability-too-few = From {$before} to {$after}: not computable, {$n} { FORM($n, "comparable occupation", "comparable occupations") } where {$least} are needed.
reliability-flag-better = From {$before} to {$after}, on {$n} { FORM($n, "occupation", "occupations") }, the flag announces better than persistence: κ {$flag} against {$persistence}, gap {$gain}.
reliability-persistence-better = From {$before} to {$after}, on {$n} { FORM($n, "occupation", "occupations") }, persistence announces better than the flag: κ {$persistence} against {$flag}, gap {$gain}. To know whether an occupation will still be difficult, the published share of the year is enough; the flag, more demanding, serves to say what is sure.
reliability-not-told = From {$before} to {$after}, on {$n} { FORM($n, "occupation", "occupations") }, nothing tells the flag from persistence: κ {$flag} and {$persistence}, gap {$gain}.
reliability-same = From {$before} to {$after}, on {$n} { FORM($n, "occupation", "occupations") }, the flag and persistence announce the same: κ {$flag}.
reliability-measure = {$value} (80% interval: {$low} to {$high})
reliability-words = 80% intervals. κ (Cohen’s kappa): agreement between what was announced and what came, beyond chance; 1 perfect agreement, 0 no better than chance, negative worse. Persistence: last year said again, without any method. Precision: share of the announced occupations that proved difficult; recall: share of the difficult occupations that were announced.
reliability-across = The nomenclature changes between the two: only codes that correspond one to one are compared ({$without} { FORM($without, "occupation", "occupations") } of {$of} have none).
reliability-left = Left aside: {$gone} without a project after, {$undecided} that masked cells leave undecided.
evolution-passage = {$code} (FAP {$edition}): {$theirs} of this code corresponds to this occupation; {$own} of this occupation corresponds to this code
column-rank-shown = Rank (80%)
column-pressure-rank = Rank
column-rank-low = Rank, low bound
column-rank-high = Rank, high bound
column-status = Flag
column-grade = Confidence (A, B, C)
column-class = Territory’s pressure class (1 to 5)
column-official = Official tension class (1 to 5)
column-rung = Rung of the official class
column-diagnosis = Diagnosis
column-lever = Lever
cli-rows-refused = {$file}: rows refused, {$refused} of {$read}; the first: {$reason} (“bassin check” lists them all)
cli-rows = rows read: {$read} = kept {$kept} + refused {$refused} + empty {$empty}
cli-masked = {$count} { FORM($count, "masked cell", "masked cells") } (statistical secrecy), read as intervals
cli-beyond = and {$count} more
cli-reading = {$done}/{$of} {$path}
cli-totals =
    {$projects} published hiring projects, { $masked ->
     [0] no masked cell
     [one] {$shown} masked cell
    *[other] {$shown} masked cells
    }; share expected to be difficult {$share} ({$range})
cli-anchor-by-survey = Département used: {$department}, the one with most projects of the basin
cli-anchor-by-communes = Département used: {$department}, the one with most communes of the basin
cli-anchor-no-rung = published at no rung
cli-anchor-classes = Published classes given back by the cut points recovered on 2019: {$found} of {$of}
cli-anchor-imputed = Unpublished values given back by the ladder: {$found} of {$of}
cli-anchor-basin-year = France Travail classes by ROME and basin: year {$year}
cli-anchor-legend =
    Value and class (1 to 5): the territory's own, "—" where not published, then those kept, at the rung told.
    Causes (1 to 5, 5 aggravates): hiring intensity, training link, labour shortage, precariousness, working conditions, geographic mismatch, pay; "*": read at a wider rung than the class.
    F, C and G have one class per occupation for the whole of France: they say nothing of this territory, and are read at the national row of the occupation where the rung has none or is that of a group. Those of a group of occupations vary with its mix.
cli-anchor-code = Code
cli-anchor-own = Own
cli-anchor-kept = Kept
cli-anchor-rung = Rung
cli-anchor-causes = Causes I F M N C G S
cli-anchor-label = Occupation
error-file = {$detail}: {$path}
error-source-gone = “{$path}” is no longer there: put this file back in its place, or remove it from the project.
error-territory-code = malformed territory code: {$code} (expected: be:8450, dep:15, reg:84, ze:8403, clpe:15001, epci:…, fr)
error-territory-near = . Near: {$list}
error-no-survey = no BMO survey among the files: what is about hiring projects cannot be computed without it
error-survey-without-year = the BMO survey {$file} does not say its year (layout of 2014 to 2018): give it in the top bar of the window or with --year, or write it in the name of the file, as bmo_2016.csv
error-year-not-loaded = the BMO survey of {$year} is not loaded (loaded years: {$loaded})
error-territory-absent = {$code} has no row in the BMO survey of {$year}; close codes: {$close}
error-no-tension = no official tensions among the files: Dares tensions, or France Travail classes by basin
error-one-year = two BMO surveys that hold the territory are needed to know whether flags announced what came
error-not-an-occupation = { $code } is not a code of an occupation: give a five-character FAP code (V0X60, or fap2021:V0X60)
error-occupation-absent = {$code} is not a code of the BMO survey of {$year}: give a five-character code of its nomenclature
error-two-occupations = --occupations expects two codes separated by a comma, like V0X60,J3X43
error-unknown-territory = {$code} is not a known territory
error-benchmark-code = unknown benchmark code: “{$code}”; write be:8451, dep:15, reg:84, ze:8403, clpe:15001, epci:…, fr or similar
error-no-territory = give a territory (--territory) or a perimeter (--perimeter)
error-sector = “{$text}” is not a section of NAF (A to U): after --sector, write a section, or nothing for all
error-perimeter-empty = no known commune code in this file: {$path}
perimeter-line = line {$line} “{$text}”
perimeter-unread = { $count ->
    [one] {$path}: {$shown} line without a known commune, left aside: {$list}
   *[other] {$path}: {$shown} lines without a known commune, left aside: {$list}
}
cli-benchmark = Against {$name} ({$code}): {$more} { FORM($more, "occupation", "occupations") } more present here, {$less} less present, {$few} not ranked (fewer than {$least} { FORM($least, "published project", "published projects") } here), {$masked} not ranked (projects masked in the benchmark)
error-communes-unknown = {$code} is in no list of communes, neither built in (employment zones 2020, CLPE) nor loaded; add a table commune ↔ EPCI, CLPE or employment zone to the files, or give the list of communes with --perimeter
indicator-location-quotient-name = Location quotient
indicator-location-quotient-definition = Share of the occupation in the projects of the territory, over its share in the benchmark. 80% interval over effective counts and masked cells.
indicator-location-quotient-nulls = No value when every cell is masked; empty when the benchmark has no project in the occupation.
unit-ratio = ratio
error-no-similar = no territory like {$code} in the BMO survey of {$year}
indicator-projects-name = Hiring projects
indicator-projects-definition = Hires that employers say they consider within the year.
indicator-projects-nulls = Masked cells are intervals; an absent row is not a masked row.
indicator-difficult-projects-name = Projects expected to be difficult
indicator-difficult-projects-definition = Projects that the employer expects to be difficult: never unfilled jobs.
indicator-difficult-projects-nulls = Masked cells are intervals.
indicator-seasonal-projects-name = Seasonal projects
indicator-seasonal-projects-definition = Projects for a seasonal job.
indicator-seasonal-projects-nulls = Masked cells are intervals.
indicator-difficult-share-name = Share of projects expected to be difficult
indicator-difficult-share-definition = Ratio of the published sums, with the bounds that masked cells allow.
indicator-difficult-share-nulls = No value when no project is published.
indicator-difficult-share-posterior-name = Smoothed difficult share
indicator-difficult-share-posterior-definition = The territory’s share drawn towards the rungs above according to the number of answers.
indicator-difficult-share-posterior-nulls = Always computable; the grade says what it is worth.
indicator-difficult-share-before-name = Smoothed difficult share, year before
indicator-difficult-share-before-definition = The same share, read on the last survey loaded before this one, with its own cut.
indicator-difficult-share-before-nulls = Absent when the occupation is not in it, or has a code of another nomenclature there.
indicator-flag-probability-name = Probability of the flag
indicator-flag-probability-definition = Probability that the smoothed share exceeds the cut: the difficult share of all occupations in France, or the cut chosen in the settings.
indicator-flag-probability-nulls = Without non-response bias.
indicator-pressure-rank-name = Rank (80%)
indicator-pressure-rank-definition = Place of the occupation among those of the territory by the smoothed difficult share, 1 for the highest, and the interval it falls in eight times in ten when every share is drawn within its uncertainty.
indicator-pressure-rank-nulls = Always computable; what masked cells hide is not in it.
indicator-flag-kappa-name = Agreement κ
indicator-flag-kappa-definition = Agreement between what was announced and what came, beyond chance: 0 for chance, 1 for perfect agreement.
indicator-flag-kappa-nulls = No value when chance alone would always agree.
indicator-flag-recall-name = Recall of flags
indicator-flag-recall-definition = Share of the occupations difficult after that had been announced.
indicator-flag-recall-nulls = No value when no occupation was difficult.
indicator-flag-precision-name = Precision of flags
indicator-flag-precision-definition = Share of the announced occupations that were difficult after.
indicator-flag-precision-nulls = No value when no occupation was announced.
indicator-pressure-score-name = Pressure score
indicator-pressure-score-definition = Distance from the mean of the occupations of the région’s départements, on the difficult share (D), offers over registrations (R) and exits from the lists (E), weighted over those that files give.
indicator-pressure-score-nulls = Not computable without a difficult share (D) nor offers over registrations (R), or below thirty reference cells.
indicator-pressure-class-name = Pressure class
indicator-pressure-class-definition = Quintile of the score in the reference set.
indicator-pressure-class-nulls = Not computable under thirty reference cells.
indicator-official-tension-class-name = Official tension class
indicator-official-tension-class-definition = Class of the finest published rung.
indicator-official-tension-class-nulls = Empty without an official file.
indicator-training-offers-name = Training offers
indicator-training-offers-definition = Courses linked to the occupation: not a number of trained people.
indicator-training-offers-nulls = Unknown without a catalogue.
indicator-places-order-name = Order of size of places
indicator-places-order-definition = Order of size of the places to open per year, never a forecast.
indicator-places-order-nulls = Interval alone when it is too wide.
indicator-need-headcount-name = Employees of the occupation
need-headcount-all = Employees, all occupations
indicator-need-headcount-definition = Employees of the occupation in the establishments of the territory, from answers weighted on the register.
indicator-need-headcount-nulls = Hidden under three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-projects-name = Hiring projects within 12 months (survey)
indicator-need-projects-definition = Projects of the next twelve months, from weighted answers. They are intentions, not hires.
indicator-need-projects-nulls = Hidden under three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-difficult-share-name = Share of difficult projects (survey)
indicator-need-difficult-share-definition = Share of the projects that employers expect to be difficult. “Difficult” is not “unfilled”.
indicator-need-difficult-share-nulls = Hidden under three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-retirements-12-name = Retirements within 12 months
indicator-need-retirements-12-definition = Retirements expected within twelve months, from weighted answers.
indicator-need-retirements-12-nulls = Hidden under three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-retirements-36-name = Retirements within 36 months
indicator-need-retirements-36-definition = Retirements expected within thirty-six months, the first twelve included.
indicator-need-retirements-36-nulls = Hidden under three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-departures-36-name = Other departures within 36 months
indicator-need-departures-36-definition = Other definitive departures expected within thirty-six months.
indicator-need-departures-36-nulls = Hidden under three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-fill-rate-name = Share of posts filled
indicator-need-fill-rate-definition = Posts filled among the posts opened in the last twelve months.
indicator-need-fill-rate-nulls = Hidden under three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-applicants-per-post-name = Candidates per post
indicator-need-applicants-per-post-definition = Applications received, qualified or not, per post opened in the last twelve months.
indicator-need-applicants-per-post-nulls = Hidden under three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-qualified-per-post-name = Qualified candidates per post
indicator-need-qualified-per-post-definition = Candidates with the qualification asked for, per post opened. Few of them: training may help.
indicator-need-qualified-per-post-nulls = Hidden under three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-suitable-share-name = Share of suitable candidates
indicator-need-suitable-share-definition = Suitable candidates among the qualified. Few, while many are qualified: not first a matter of training.
indicator-need-suitable-share-nulls = Hidden under three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-retention-name = Share still there after 12 months
indicator-need-retention-definition = Employees still there twelve months after they were hired. Low: a matter of retention.
indicator-need-retention-nulls = Hidden under three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-delay-name = Time to fill a post, in days
indicator-need-delay-definition = Days from advertisement to agreement, a mean over the posts filled in the last twelve months. Each establishment gives one delay per occupation, that of the post in the middle.
indicator-need-delay-nulls = Hidden under three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-survey-mean-name = Mean per establishment
indicator-survey-mean-definition = Mean of the number given, per establishment that answered the question, in the unit of the question. Weighted, with its interval.
indicator-survey-mean-nulls = Hidden under three respondents, when one dominates, or when an answer could be found with the weights; without a value when the interval is too wide.
indicator-survey-answer-name = Share of establishments giving the answer
indicator-survey-answer-definition = Share of the establishments that give this answer, among those that answered the question. A share of establishments is not a share of jobs.
indicator-survey-answer-nulls = Hidden under three respondents, when fewer than three gave the answer or did not give it, or to cover another figure; without a value when the interval is too wide.
indicator-survey-perception-name = Share of a college of actors giving the answer
indicator-survey-perception-definition = Share of the respondents of a college that give this answer, among those of the college that answered the question. Neither weighted nor extrapolated.
indicator-survey-perception-nulls = Hidden when the college has too few answers, or too few on one of the two sides.
indicator-perception-gap-name = Gap between two colleges
indicator-perception-gap-definition = Share in the first college less share in the other, in points, with its 95% Newcombe interval.
indicator-perception-gap-nulls = Missing when the share of one of the two colleges is hidden.
indicator-survey-coverage-name = Coverage of the survey
indicator-survey-coverage-definition = Share of the establishments of the register that answered.
indicator-survey-coverage-nulls = Without a value when no establishment was asked, or without a register.
indicator-survey-coverage-headcount-name = Coverage of the survey in employees
indicator-survey-coverage-headcount-definition = Share of the employees of the register that the answering establishments cover, each counted for the mean headcount of its sector and size in the register: stated headcounts are not in it.
indicator-survey-coverage-headcount-nulls = Without a value when the register does not tell employees, or counts fewer than three establishments.
indicator-survey-projects-name = Projects in the local survey
indicator-survey-projects-definition = Projects of the answering establishments, unweighted.
indicator-survey-projects-nulls = Hidden under three respondents or when one dominates.
indicator-survey-difficult-name = Difficult projects in the local survey
indicator-survey-difficult-definition = Difficult projects of respondents, unweighted.
indicator-survey-difficult-nulls = Hidden under three respondents or when one dominates.
indicator-survey-causes-name = Causes named
indicator-survey-causes-definition = Share of the establishments that name the cause, among those that declare difficulties and give one; weighted as soon as the survey has weights.
indicator-survey-causes-nulls = Hidden under three respondents, when one side of the share is made of too few of them, or to cover another figure.
indicator-survey-training-need-name = Training need
indicator-survey-training-need-definition = Share of the establishments with a training need.
indicator-survey-training-need-nulls = Hidden under three respondents.
indicator-local-posts-name = Posts offered
indicator-local-posts-definition = Posts of the loaded local offers.
indicator-local-posts-nulls = Unknown without a list of offers.
error-not-found = no file or folder of that name
error-permission = access denied: protected folder, or file open in another program
error-other = the system does not give access to it (its message: {$detail})
error-too-large = file larger than one gibibyte

## The document
report-title = Occupations under hiring pressure, and training
table-cover = Read me
table-diagnosis = Diagnosis
table-diagnosis-about = One occupation per row, the surest first: flagged by the territory, presumed, to check, then the others; within each group the probability of exceeding the cut decides, then the number of projects expected to be difficult. "Difficult" is what employers expect, never an unfilled post.
table-causes = Causes
table-causes-about = Classes 1 to 5; 5 makes tension worse. Published by Dares, but at the level “basin” by France Travail (by ROME, 2021), whose method is not published. The training link, working conditions and geographic mismatch have one class per occupation for the whole of France: they say nothing of this territory. Blank: not published.
table-training = Training
table-training-about = Offers and certifications linked by ROME code. An offer says that a course exists, not how many people it trains.
table-programmes = Programmes
table-programmes-about = What is recommended for each flagged occupation; where training is not the first lever, it says so.
table-levels = Groups of occupations
table-levels-about = The same diagnosis read at sets of occupations: FAP 87 groups, FAP 22 domains, BMO families. Cells are added up before anything is computed. A flagged set does not say that each of its occupations is.
column-level-occupations = Occupations here
column-group-reading = Read at its group
level-fap87 = FAP group (87)
level-domains = FAP domain (22)
level-families = BMO family
level-occupations = Occupation
level-one-fap87 = group
level-one-domains = domain
level-one-families = family
group-reading = Read at its {$level} {$code} “{$label}” ({$count} { FORM($count, "occupation", "occupations") } here): projects {$projects}, smoothed difficult share {$share}, {$status}, confidence {$grade}.
table-sectors = Sectors of activity
table-sectors-about = Two readings, not to be added up. Posts: loaded offers, by the activity they state. Projects and difficult share: an estimate, the projects of each occupation being spread over sectors as its hires were in the whole of France; local structure may differ.
table-merged-offers = Merged offers
table-merged-offers-about = Rows of offers of the territory that do not count, since another says the same offer: same identifier and origin, or same employer, ROME code and commune with near dates and titles. An offer stands for one of each origin.
column-kept-file = File kept
column-kept-row = Row kept
column-left-file = File left
column-left-row = Row left
column-same-because = Why
same-by-identifier = same identifier, same origin
same-by-siret = same SIRET, same ROME code, same commune; {$days} { FORM($days, "day", "days") } apart; titles alike at {$title}
same-by-name = same name of employer, same ROME code, same commune; {$days} { FORM($days, "day", "days") } apart; titles alike at {$title}
sector-empty = {$name}: no occupation, neither by the loaded offers nor by the estimate
column-sector-offers = Offers
column-sector-posts = Posts offered
column-sector-projects-shown = Projects (estimate)
column-sector-projects = Projects, estimate
column-sector-projects-low = Estimated projects, minimum
column-sector-projects-high = Estimated projects, maximum
column-sector-share-shown = Difficult share (estimate)
column-sector-share = Difficult share, estimate
column-sector-share-low = Estimated difficult share, minimum
column-sector-share-high = Estimated difficult share, maximum
sector-survey-about = Beside it, what the employers surveyed declare: projects and the share they expect difficult, weighted, with their interval of 95%, without non-response bias. Grade of the share: A from ten effective answers, B from two and a half, C below. Nothing is mixed: one reading a column.
column-sector-survey-projects-shown = Survey: projects
column-sector-survey-projects = Survey: projects
column-sector-survey-projects-low = Survey: projects, lower bound
column-sector-survey-projects-high = Survey: projects, upper bound
column-sector-survey-share-shown = Survey: difficult share
column-sector-survey-share = Survey: difficult share
column-sector-survey-share-low = Survey: difficult share, lower bound
column-sector-survey-share-high = Survey: difficult share, upper bound
column-sector-survey-n = Survey: answers
column-sector-survey-grade = Survey: grade
sector-all = all occupations
sector-every = All sectors
sector-none = Load offers that state their activity, or the table of hires by ROME and NAF: without them, nothing is said by sector.
sector-line = {$name} — posts offered {$posts} — estimate: projects {$projects}, difficult share {$share}
diagnosis-tab-sectors = Sectors
indicator-sector-projects-name = Projects of the sector (estimate)
indicator-sector-projects-definition = Projects of each occupation, spread over sectors as its hires in the whole of France. Bounds come from masked cells; the gap between national and local structure is not in them.
indicator-sector-projects-nulls = Empty without a table of hires by ROME and NAF; occupations without a link are not spread.
indicator-sector-share-name = Difficult share of the sector (estimate)
indicator-sector-share-definition = Mean of the smoothed difficult shares of the occupations of the sector, weighted by estimated projects. 80% bounds of each occupation, taken together.
indicator-sector-share-nulls = Empty without a published project to spread in the sector.
table-comparison = Comparison
table-comparison-about = Each occupation of the territory against the chosen benchmarks. Quotient: share of the occupation in the projects here over its share in the benchmark; above 1, it weighs more here. Under 30 published projects it is not ranked.
table-benchmarks = Benchmarks
table-benchmarks-about = What the chosen benchmarks are and how they are read. A territory made of communes is read at the basins that hold them, each counted whole.
column-benchmark-name = Benchmark
column-benchmark-code = Code of the benchmark
column-benchmark-reading = Reading
column-benchmark-projects-shown = Projects of the benchmark
column-benchmark-projects = Projects of the benchmark (published sum)
column-benchmark-projects-low = Projects of the benchmark, minimum
column-benchmark-projects-high = Projects of the benchmark, maximum
column-benchmark-share-shown = Difficult share of the benchmark
column-benchmark-share = Difficult share of the benchmark, value
column-benchmark-share-low = Difficult share of the benchmark, minimum
column-benchmark-share-high = Difficult share of the benchmark, maximum
column-benchmark-posterior-shown = Smoothed difficult share of the benchmark
column-benchmark-posterior = Smoothed share of the benchmark, value
column-benchmark-posterior-low = Smoothed share of the benchmark, 10%
column-benchmark-posterior-high = Smoothed share of the benchmark, 90%
column-benchmark-grade = Confidence of the benchmark
column-share-shown = Difficult share
column-quotient-shown = Location quotient
column-quotient = Quotient, value
column-quotient-low = Quotient, 10%
column-quotient-high = Quotient, 90%
column-specificity = Specificity
specificity-more = more present here
specificity-less = less present here
specificity-alike = no difference established
specificity-few = not ranked: fewer than {$least} { FORM($least, "published project", "published projects") } here
specificity-masked = not ranked: projects masked in the benchmark
specificity-unknown = no project to compare in the benchmark
benchmark-similar = Similar territories
benchmark-nested = The benchmark holds the territory: the quotient is computed against the rest of the benchmark, then set to the whole.
benchmark-same = This benchmark is read at the same basins as the territory: there is nothing to compare.
coverage-exact = The territory ({$communes} { FORM($communes, "commune", "communes") }) is exactly made of the basins read: {$list}.
coverage-partial = BMO counts by employment basin: the territory ({$communes} { FORM($communes, "commune", "communes") }) is read at the basins that hold its communes, each counted whole. {$inside} { FORM($inside, "commune", "communes") } of {$of} of these basins are part of it: {$list}.
coverage-basin = {$inside} of {$of} in {$name} ({$code})
coverage-unplaced = { $count ->
    [one] {$shown} commune is in no basin of the list: it is not counted.
   *[other] {$shown} communes are in no basin of the list: they are not counted.
}
similar-name = among them {$name}
similar-why = {$projects} { FORM($projects, "published project", "published projects") }, {$ratio} times those here; {$structure} of the projects would have to change family to hire alike; distance {$distance}
table-sources = Sources
table-sources-about = Every loaded file: rows read = kept + refused + empty.
table-method = Method
table-method-about = Indicators, parameters, devices and nomenclatures, with source and date.
chart-programmes = Hiring projects of the first flagged occupations
chart-programmes-about = Bars: published sum of hiring projects, in the order of the Programmes sheet
comparison-department = Difficult share, département
comparison-region = Difficult share, region
comparison-france = Difficult share, France
answer-yes = yes
answer-no = no
list-separator = {"; "}
column-family = Family
column-projects-shown = Projects
column-posterior-shown = Smoothed difficult share
column-benchmark = Benchmark
column-seasonal = Seasonal projects (published sum)
column-seasonal-low = Seasonal, least
column-seasonal-high = Seasonal, most
column-share-department = Difficult share, département
column-share-region = Difficult share, region
column-share-france = Difficult share, France
column-cause-hiring-intensity = Hiring intensity
column-cause-training-link = Training link (national)
column-cause-labour-shortage = Labour shortage
column-cause-precariousness = Precariousness
column-cause-working-conditions = Working conditions (national)
column-cause-geographic-mismatch = Geographic mismatch (national)
column-cause-unattractive-pay = Unattractive pay
column-causes-rung = Level of the causes
column-reason = Reasoning
column-contradictions = What contradicts
column-rome-readings = France Travail classes by ROME (basin)
column-survey-establishments = Survey: establishments
column-survey-projects = Survey: projects
column-survey-difficult = Survey: difficult projects
column-survey-need = Survey: training need
column-survey-causes = Survey: causes named
column-supply-type = Type
column-link-kind = Kind of link
column-ring = Distance
column-title = Title
column-provider = Provider or certifier
column-place = Place
column-level = Level
column-hours = Hours
column-places = Places
column-price = Price (€)
column-continuing = Continuing education
column-register = RNCP or RS record
column-rome = ROME
column-link-share = Part of the ROME card
column-derived = ROME derived
column-file = File
column-row = Row
column-rank = Order
column-basis = Basis
column-format = Training to run
column-audiences = Audiences
column-commitment = Employers' commitment
column-places-shown = Order of size of places
column-places-order = Places per year, order of size
column-places-low = Places, least
column-places-high = Places, most
column-hours-least = Hours, least
column-hours-median = Hours, median
column-hours-most = Hours, most
column-certifications = Candidate certifications
column-providers = Candidate providers
column-financing = Financing to check
column-lead = Suggested lead
column-follow-up = Indicators to follow
column-kind = Kind
column-vintage = Vintage
column-sheet = Sheet
column-rows-read = Read
column-rows-kept = Kept
column-rows-refused = Refused
column-rows-empty = Empty
column-used = Used
column-fingerprint = SHA-256 fingerprint
column-method-type = Type
column-method-name = Name
column-definition = Definition
column-formula = Formula or value
column-nulls = Missing values
column-source = Source
column-date = Date
hidden-too-few = withheld: too few respondents
hidden-dominates = withheld: one respondent dominates
supply-offer = offer
supply-offer-proposed = offer to confirm
supply-certification = certification
supply-ended = over
supply-none-found = none found in the loaded files
supply-not-loaded = unknown: no file loaded
ring-basin = in the basin
ring-near = near the basin
ring-department = in the département
ring-region = in the region
ring-elsewhere = outside the region
ring-remote = at a distance
format-certifying = certifying training, in volume
format-short-adaptation = short adaptation to the job (POEI, Afest, blocks)
format-short-access = short access course
format-none = none: training is not the first lever
audience-job-seekers = job seekers
audience-job-seekers-far = people far from employment
audience-employees = employees
audience-outside-basin = candidates from other basins
audience-spouses = newcomers' partners
lead-france-travail-region = France Travail and the Region
lead-opco-employers = OPCO and willing employers
lead-france-travail = France Travail
lead-employers-branches = employers and their branches
lead-employers-group = employers' group
lead-agglomeration = intermunicipal authority
financing-checked = {$name} (confirm with {$ask}; checked {$date})
financing-stale = {$name} (confirm with {$ask}; not checked since {$date})
unit-projects = projects per year
unit-share-of-projects = share of projects
unit-probability = probability
unit-class = class
unit-standard-score = standard deviations
unit-places = places per year
unit-offers = offers
unit-hours = hours
unit-establishments = establishments
unit-posts = posts
unit-share-of-establishments = share of establishments
unit-share-of-card = part of the ROME card
unit-employees = employees
unit-departures = departures
unit-share-of-posts = share of posts
unit-share-of-candidates = share of qualified candidates
unit-share-of-hires = share of people hired
unit-candidates-per-post = candidates per post
unit-days-per-post = days per post
unit-per-establishment = per establishment
unit-rank = rank
unit-share-of-occupations = share of occupations
unit-kappa = κ
unit-share-of-employees = share of employees
unit-share-of-respondents = share of the respondents of the college
unit-difference-of-shares = difference of shares, in points
unit-euros = euros per person
method-indicator = indicator
method-parameter = parameter
method-device = device
method-list = nomenclature
device-in-force = in force: check before relying on it
device-ended = ended: never suggested
device-unverified = not verified: never suggested
list-replaced = replaced by {$file}
error-params-unknown = {$file}: “{$id}” is not a setting. Settings: {$known}.
error-params-range = {$file}: {$id} must be between {$least} and {$most}.
error-params-cut = {$file}: “{$found}” is not a cut. Write "france", "region" or a share between 0 and 1.
error-params-value = {$file}: {$id} takes a number, not “{$found}”.
error-params-malformed = {$file} is not a readable file of settings (line {$line}, column {$column}). Example: { "{" } "flag_probability": 0.9, "cut": "region" { "}" }
parameter-star-max = Largest value a masked cell may hide
parameter-effective-share = Part of the projects that rests on an answer
parameter-prior-strength = Weight of the level above, in answers
parameter-flag-probability = Probability from which an occupation is flagged
parameter-reference-minimum = Cells needed for a pressure class
parameter-quotient-minimum = Published projects under which a quotient is not ranked
parameter-similar-structure = Similar territories: weight of structure
parameter-similar-volume = Similar territories: weight of volume
parameter-similar-count = Similar territories: number kept
parameter-survey-skill-threshold = Share of employers naming skills that allows a short adaptation
parameter-survey-contradiction-threshold = Share of employers naming a cause of low national class that sets the two side by side
parameter-minimum-respondents = Respondents needed to show a survey figure
parameter-dominance = Share of a total above which one respondent dominates
parameter-projection-refusal = Half-width of interval above which the point value is refused
parameter-trained-share-5 = Share of recruitments to train, training link of class 5
parameter-trained-share-4 = Share of recruitments to train, class 4
parameter-trained-share-3 = Share of recruitments to train, class 3
parameter-trained-share-low = Share of recruitments to train, classes 1 and 2
parameter-trained-share-unknown-low = Share to train, least when the link is unknown
parameter-trained-share-unknown-high = Share to train, most when the link is unknown
cover-figures = Figures of the territory
cover-territory = Territory
cover-year = BMO survey
cover-date = Date of the analysis
cover-occupations = Occupations observed
cover-masked = Cells whose projects are masked (statistical secrecy)
cover-masked-difficult = Cells whose difficult projects are masked, those included
cover-masked-large = Statistical secrecy: occupations with many projects have their difficult ones masked. These may be more than a masked cell usually hides; intervals may be too narrow there.
cover-evidence = Occupations flagged on the territory's own data
cover-presumed = Occupations presumed from the level above
cover-reading = How to read
cover-reading-difficult = "Difficult" is what the employer expects: never an unfilled post.
cover-reading-masked = A masked cell hides 1 to 4 projects: it widens the interval, it is neither 0 nor 1. A published sum leaves masked cells out: it may lie below its own bounds.
cover-reading-grade = Confidence A: the territory's data weigh at least as much as those of the département, the région or France. B: both count. C: a presumption, to be confirmed locally.
cover-reading-lever = The lever follows from the published causes. Where training is not the first lever, the recommendation says so and names the other.
cover-reading-places = The number of places is an order of size between two bounds, never a forecast: hiring projects are not training needs.
cover-reading-training = A training offer says that a course exists. It says neither how many people it trains nor that they stay in the basin.
cover-survey = Survey of employers
cover-survey-who = Answers
cover-survey-answered = {$answered} of {$asked} { FORM($asked, "establishment", "establishments") } asked
cover-survey-wave = Year of the survey
secrecy-hidden =
    { $count ->
     [0] Statistical secrecy: no figure of the survey is hidden.
     [one] Statistical secrecy: {$shown} figure of the survey is hidden, with its reason in its place.
    *[other] Statistical secrecy: {$shown} figures of the survey are hidden, each with its reason in its place.
    }
secrecy-exposed =
    { $count ->
     [one] Warning: {$shown} hidden figure could be found, from what has already left this project, alone or with what a respondent knows of its own answers. All that could still be hidden is: limit the spread of what has left.
    *[other] Warning: {$shown} hidden figures could be found, from what has already left this project, alone or with what a respondent knows of its own answers. All that could still be hidden is: limit the spread of what has left.
    }
secrecy-undecided = The answers of the survey are not exported: its tables do not add up, so that secrecy cannot be judged.
secrecy-memory = What leaves is noted in the project, so that no answer can be found from the difference with a later export.
secrecy-unsaved = Save the project: it remembers what has left, so that no answer can be found from the difference with a later export.
secrecy-remembered = What leaves is noted in {$path}. Whoever has the list of establishments can find their answers from this file: keep it as the answers themselves, hand over the exports and not the project.
secrecy-file = Do not hand over the project file: answers of the survey can be found from it.
secrecy-file-ask = Why this file is secret
secrecy-file-why = The project file remembers what has left, so that no answer can be found from the difference with a later export. This memory is made of fingerprints of the answers, mixed with a “salt”: a number drawn at random, of this project alone, noted in the same file. Whoever has this file and the list of establishments can therefore try answers one by one and find them, hidden ones too. Keep it, and its backup (.bak), as the answers themselves; hand over the exported documents, not the project.
error-several-projects = One project at a time when a survey is loaded: secrecy is judged on what has already left that project.
column-need-figure = Figure
column-need-unit = Unit
column-need-value = Weighted value
column-need-low = Lower bound (95%)
column-need-high = Upper bound (95%)
column-need-remark = Remark
column-weights-what = What is measured
column-weights-value = Value
table-weights = Weights
cover-notes = To know about this analysis
cover-tables = Sheets
note-several-departments = The territory covers several départements; the official anchor is that of {$used}.
note-no-anchor-loaded = No tension file is loaded: causes and official class are unknown, so the diagnosis stays undetermined.
note-anchor-converted = Tensions, published in the FAP {$from} nomenclature, were matched to the occupations of FAP {$to} where they share enough.
note-no-training-loaded = No catalogue or certification file is loaded: training supply is unknown, not zero.
note-nomenclature-break = The occupation nomenclature changes between {$before} and {$after}: the series by occupation stops at the break.
note-duplicate-year = {$left} is left aside: {$kept} already covers that year.
note-decimal-layout = {$file} has the decimal layout of 2014 to 2018: a masked cell lies between 0 and 5.
note-parameter-changed = Parameter changed by the user: {$name}, {$value} instead of {$default}.
note-cut-region = Cut changed by the user: an occupation is set against the share of difficult projects of its region, not of France.
note-cut-fixed = Cut changed by the user: an occupation is set against a share of difficult projects of {$share}, not against that of France.
note-seasonal-mostly = Most projects of this territory are seasonal.
note-anchor-without-match = Occupations without an official class at any level: { $count }.
note-reference-set-too-small = Too few reference cells ({ $cells }): no pressure class is computed.
note-codes-unknown = {$file}: unknown codes, { $count } ({$examples}).
note-outside-territory = {$file}: rows outside the territory, { $count }.
note-without-occupation = {$file}: rows whose occupation could not be told, { $count }.
note-occupation-by-title = {$file}: offers without a code, placed by their title: { $count }.
cause-hiring-intensity = hiring intensity
cause-training-link = training link
cause-labour-shortage = lack of available labour
cause-precariousness = precariousness
cause-working-conditions = hard working conditions
cause-geographic-mismatch = geographic mismatch
cause-unattractive-pay = unattractive pay
diagnosis-no-flag-why = Neither the territory's data nor the official class flag this occupation.
diagnosis-trained-labour-why = The occupation needs specific training, and neither working conditions nor contract length explain the difficulty: training is the first lever.
diagnosis-mixed-why = The occupation needs specific training, but job quality weighs as well: training will not be enough without the employers' commitment.
diagnosis-job-quality-why = The occupation needs no specific training and job quality deters candidates: training is not the first lever.
diagnosis-small-pool-why = The occupation is accessible and its jobs are sound, but candidates are few: widen the pool, with short access courses.
diagnosis-turnover-why = The difficulty comes from the volume of hires and turnover: retention comes before training.
diagnosis-geography-why = Candidates and jobs are not in the same places: act on mobility and housing.
diagnosis-undetermined-why = Published causes are not enough to name a lever: ask employers before acting.
reason-aggravating = Causes of class 4 or 5: {$list}.
reason-missing = Causes not published: {$list}.
reason-no-cause = No cause is published or loaded for this occupation.
reason-rung = Causes published at the level "{$rung}", {$year}.
reason-short-adaptation = Surveyed employers name skills: a short adaptation may help, without being the first lever.
reason-contradiction = Surveyed employers say otherwise: {$share} name "{$cause}" (respondents alone, without weights, interval of 95%), of official class {$class}.
reason-contradiction-weighted = Surveyed employers say otherwise: {$share} name "{$cause}" (weighted estimate, interval of 95%), of official class {$class}.
indicator-official-cause-class-name = Official class of a cause
indicator-official-cause-class-definition = Class 1 to 5 of the cause, at the finest published level.
indicator-official-cause-class-nulls = Blank where the cause is not published.
indicator-link-share-name = Part of the ROME card
indicator-link-share-definition = Part of the card's qualifications that lead to the occupation: the lower, the looser the link.
indicator-link-share-nulls = Under 20% the link is not kept.
indicator-offer-hours-name = Hours of an offer
indicator-offer-hours-definition = Length in hours, as published.
indicator-offer-hours-nulls = Blank when the offer does not say; zero is read as unknown.
indicator-offer-places-name = Places of an offer
indicator-offer-places-definition = Places per year, as published by the catalogue.
indicator-offer-places-nulls = Blank when the catalogue does not say.
indicator-offer-price-name = Price of an offer
indicator-offer-price-definition = Price per person, as published.
indicator-offer-price-nulls = Blank when not published.
indicator-course-hours-name = Hours of linked courses
indicator-course-hours-definition = Least, median and most hours of linked continuing-education offers.
indicator-course-hours-nulls = Blank when no offer says its length.
grade-a = A: the territory's data weigh at least as much as those of the département, the région or France.
grade-b = B: the territory's data and those of larger territories both count.
grade-c = C: a presumption from the département, the région or France, to be confirmed locally.

## Where a figure comes from
provenance-title = Where does this figure come from?
provenance-formula = Formula
formula-word-access-to-work = access to work
formula-word-by-age = by age
formula-word-budget = budget
formula-word-completion = completion
formula-word-cost = cost
formula-word-draws = draws
formula-word-empty = empty
formula-word-entered = entered
formula-word-entrants = entrants
formula-word-gain = gain
formula-word-gap = gap
formula-word-group = group
formula-word-kept = kept
formula-word-need = need
formula-word-people = people
formula-word-place = place
formula-word-places = places
formula-word-pool = pool
formula-word-qualified = qualified
formula-word-rate = rate
formula-word-read = read
formula-word-refused = refused
formula-word-return = return
formula-word-said = said
formula-word-seekers = seekers
formula-word-session = session
formula-word-sessions = sessions
formula-word-share = share
formula-word-stays = stays
provenance-computed = Computation
provenance-base = Base
provenance-n = cells read (n): {$n}; masked: {$masked}
provenance-n-answers = answering establishments (n): {$n}
provenance-confidence = Confidence
provenance-files = Files
source-quoted = {$source} (“{$words}”)
source-choice = a choice of the tool
source-tool = Bassin, method of the tool
source-survey-register = own survey and register of establishments
source-survey-weighted = own survey, weighted
source-survey = own survey
source-colleges = survey of the colleges of actors
source-catalogues = catalogues that are loaded
source-offers = own lists of offers
source-seekers = the loaded file of job seekers
source-offers-seekers = lists of offers and the loaded file of job seekers
provenance-source = Source
provenance-rank = among {$of} { FORM($of, "occupation", "occupations") }; {$draws} { FORM($draws, "draw", "draws") }, seed {$seed}
provenance-and-more = and {$count} more
provenance-unit = Unit
provenance-territory = Territory

## Command line, continued
usage-unknown-argument = “{$argument}” is not an option of this command
usage-unknown-verb = “{$argument}” is not a command
usage-no-value = {$argument} takes a value
usage-invalid-value = “{$value}” is not accepted for {$argument}
usage-unreadable-value = “{$value}” cannot be read for {$argument}
usage-missing = missing: {$argument}
usage-conflict = {$argument} does not go with {$prior}
usage-number-of-values = {$argument} does not have the expected number of values
usage-valid-values = Possible values: {$values}
usage-suggestion = Did you mean “{$near}”?
usage-help = Help: add --help to the command
error-not-a-verb = neither a command nor an existing file: {$path}
error-no-display = no display: the window cannot open; try "bassin demo" or "bassin analyse"
cli-demo-written = No display here: the results of the sample territory (fictional) are written to these files.

## The window
step-sources = Sources
step-diagnosis = Diagnosis
step-training = Training
step-programmes = Programmes
step-keys = Ctrl and the digit
step-documents = Documents
menu-file = File
menu-new = New project
menu-open = Open a project…
menu-recent = Recent projects
menu-save = Save the project
menu-save-as = Save the project as…
menu-edit = Edit
menu-undo = Undo
menu-undo-of = Undo: {$edit}
menu-redo = Redo
menu-redo-of = Redo: {$edit}
menu-find = Find
menu-view = View
edit-add-sources = files added
edit-remove-source = file removed
edit-territory = choice of territory
edit-year = choice of year
edit-comparison = choice of benchmark
edit-add-perimeter = adding a perimeter
edit-remove-perimeter = removing a perimeter
edit-benchmarks = choice of benchmarks
language-fr = Français
language-en = English
theme-system = As the system
theme-light = Light
theme-dark = Dark
bar-choose = Choose…
bar-find = Find a name or a code
bar-year = Year
bar-comparison = Benchmark
bar-kind-be = Employment basins
bar-kind-dep = Départements
bar-kind-reg = Regions
bar-kind-fr = France
benchmarks-chosen = Benchmarks
benchmarks-add = Add a benchmark
benchmarks-perimeter = Perimeter of communes…
benchmarks-remove = Remove {$name}
benchmarks-none = Choose a benchmark: another territory, a perimeter of communes, or similar territories. The one of the top bar (département, région or France) only fills a column of the table; those chosen here compare occupation by occupation.
benchmarks-readings = How the benchmarks are read
diagnosis-tab-groups = Groups
diagnosis-tab-comparison = Comparison
bar-kind-ze = Zones d’emploi
bar-kind-clpe = Local employment committees
bar-kind-epci = Intercommunal groupings
bar-kind-per = Perimeters of the project
place-department = Department
place-region = Region
place-france = France
grid-sort = Sort by {$column}
grid-copy = Copy
window-search = Find
window-search-hint = occupation, code, word…
window-show = Show
window-rows = Rows: {$count}
window-working = Working…
window-cancel = Cancel
window-close = Close
window-no-source = No file loaded: begin with the Sources step.
window-no-territory = Choose a territory.
window-analysis-failed = The analysis failed on these files; the project is untouched. Remove a file to find which.
typed-why = The system has no dialog for files (neither a desktop portal nor “zenity”): say here where.
typed-folder = Folder
typed-name = Name of the file
typed-save = Save here
typed-replace = Replace this file
typed-choose = Choose
typed-exists = A file of that name is there already; it would be replaced.
typed-no-folder = This folder does not exist.
typed-no-name = Give the file a name.
typed-no-file = There is no file of that name in this folder.
window-no-dialog = The system could not open a dialog; drop the files on the window.
window-export-failed = The export failed; nothing was replaced.
window-export-changed = What may leave changed while the documents were made: nothing was written. Export again.
keep-all = all occupations
keep-evidence = flagged by the territory
keep-flagged = flagged or presumed
keep-to-check = to check (masked)
diagnosis-tab-table = Table
diagnosis-tab-basins = All basins
atlas-about = All basins of the BMO survey of {$year}, by the same method. A click chooses a row.
atlas-go = Analyse {$basin}
column-basin = Basin
diagnosis-tab-method = Settings
method-about = Each value of the method says where it comes from when the pointer rests on it: a published source, or a choice of this tool. Each may be changed within its bounds: the list is computed again at once, and whatever leaves Bassin says what was changed. The rules of secrecy, at the end of the list, can only be made stricter.
method-settings = Settings
method-cut = Cut of difficulty
method-cut-france = France, all occupations
method-cut-region = Region, all occupations
method-cut-fixed = a fixed share
method-range = Outside of what is allowed: from {$least} to {$most}
method-as-it-comes = value of the method
method-back-to = Back to {$value}
method-reset-all = Back to the method
method-changes = What changes in the list
method-unchanged = Nothing: the method is applied as it comes.
method-summary = Occupations entering the list of flagged ones: {$entering}. Leaving it: {$leaving}. Other changes of flag, confidence or class: {$other}.
method-standing = {$status} (confidence {$grade}), class {$class} (confidence {$sure})
method-before = With the method
method-after = With your settings
parameter-by-user = chosen by the user; the method says {$default} ({$source})
diagnosis-tab-quadrant = Pressure and volume
diagnosis-tab-map = Map
map-subtitle = {$level}, {$year}
map-without = no value: nothing declared or computable
map-masked = masked: only bounds are known
map-below = under {$bound}
map-above = {$bound} and more
map-all = all values
map-legend-line =
    { $count ->
     [one] {$words} — {$shown} territory
    *[other] {$words} — {$shown} territories
    }
map-source = Source: {$source}, {$year} (file {$file}).
map-geography = Shapes: file {$file}, loaded by the user.
map-missing =
    { $count ->
     [one] {$shown} commune of the list has
    *[other] {$shown} communes of the list have
    } no shape in the file: the territories drawn lack as much.
map-homeless =
    { $count ->
     [one] {$shown} shape is in no known territory and is not drawn.
    *[other] {$shown} shapes are in no known territory and are not drawn.
    }
map-read-at-basins = BMO counts by employment basin: each territory is read at the basins that hold its communes, each counted whole. Territories drawn that are made of whole basins: {$exact} of {$all}.
map-part = {$inside} of {$of} { FORM($of, "commune", "communes") } of the basins read are part of it
map-conic = Lambert-93 projection.
map-conic-and-insets = Lambert-93 projection; each inset has its own projection and scale: areas do not compare from one frame to another.
map-plain = Equirectangular projection, centred on each frame.
map-made = Map made on {$date} with Bassin.
map-summary = {$title}: territories with a value: {$known} of {$all}; highest: {$first}; lowest: {$last}; masked: {$masked}; without a value: {$without}.
map-nothing = {$title}: no territory drawn has a value.
map-kilometres = {$length} km
map-indicator = Indicator
map-classes = Classes
map-quantiles = quantiles
map-fixed = fixed bounds
map-occupation-all = all occupations
map-occupation-chosen = the chosen occupation
map-level = Division
map-whole = See all
map-how = Click a territory to study it; right click: where its figure comes from; wheel: zoom; drag: move. The table beside says the same.
map-table-territory = Territory
map-table-value = Value and bounds
map-selected = Territory studied: {$name}
map-no-shape = No loaded shape matches the territories of the survey: load a GeoJSON file of communes, basins, départements or regions.
map-working = Preparing the map…
map-choose-occupation = This indicator is said of one occupation: choose one in the table.
map-written = Map written: {$path}
error-map-not-mappable = “{$indicator}” has no value by territory. Possible indicators: {$list}
error-map-needs-occupation = “{$indicator}” is said of one occupation: add --occupation CODE
error-map-occupation-absent = {$occupation} is not in the survey of {$year}
error-map-class-absent = no official class of {$label} ({$code}) is published at this level ({$level}); {$elsewhere}
error-map-class-basin = no official class of {$label} ({$code}) can be read by basin: that takes a ROME card that is this occupation and it alone, in a file of classes by basin; {$elsewhere}
error-map-class-elsewhere = there is one at: {$list}
error-map-class-nowhere = no file loaded publishes one at another level
level-fr = the whole of France
error-map-no-shapes = {$file} holds no shape that was read
error-map-other-division = the shapes of {$file} cannot draw {$level} (their codes: {$codes})
error-map-nothing-inside = no shape of {$file} is inside {$code}
error-picture-out = a picture is written as .svg or .png: {$path}
error-picture = the picture could not be drawn: {$detail}
error-map-cancelled = map given up
error-map-classes = bounds are ascending numbers, four at most: {$text}
error-map-occupation = “{$text}” is not an occupation code (for instance V0X60 or fap2021:V0X60)
error-map-level = “{$text}” is not a division: be, dep, reg, ze, clpe or epci
frame-metropolitan = Metropolitan France
frame-guadeloupe = Guadeloupe
frame-martinique = Martinique
frame-guyane = French Guiana
frame-reunion = Réunion
frame-mayotte = Mayotte
frame-miquelon = Saint Pierre and Miquelon
frame-northern-islands = Saint Martin, Saint Barthélemy
frame-elsewhere = Other territories
plot-evidence = flagged by the territory's data
plot-presumed = presumed from the level above
plot-check = to check
plot-quiet = not flagged
plot-x = Hiring projects (logarithmic scale)
plot-y = Smoothed difficult share
sheet-lever = Lever: {$lever}.
sheet-grade = confidence {$grade}
sheet-class = pressure {$class}/5 (confidence {$grade})
sheet-figures = Figures of the territory
sheet-benchmarks = Difficult share: benchmarks
sheet-here = Here, smoothed
sheet-cut = Vertical line: cut of difficulty, {$cut}. Bar: 80% interval here, bounds of masked cells elsewhere.
sheet-trend = Trend
sheet-trend-word = Difficult share: {$trend}.
sheet-no-trend = A single year loaded in this nomenclature.
sheet-certifications = Linked certifications
sheet-offers = Offers {$ring}
sheet-see-training = See training
sheet-survey = What employers say (local survey)
column-causes-shown = Aggravating causes
column-portrait = In sentences
column-side-measure = What is measured
causes-unpublished = —
causes-none-aggravates = none aggravates
causes-told = {$list} — class from 1 (eases) to 5 (aggravates)
diagnosis-official-only = {$words} (official class alone)
lever-official-only = {$words} (by the official class alone: the occupation is not flagged here)
format-certifying-unsized = certifying course, volume to be established
trend-broken = cut by the nomenclature
figure-published-why = The published sum lies below its bounds: it leaves out the masked cells, each of which holds at least one project.
provenance-masked = Sum and bounds
cut-france = the share of all occupations in France ({$share})
cut-region = the share of all occupations of the région ({$share})
cut-fixed = the chosen cut ({$share})
portrait-projects-none = {$year}: no hiring project is declared here for this occupation; this does not measure its jobs.
portrait-projects-masked = {$year}: {$least} to {$most} { FORM($most, "hiring project", "hiring projects") }, a number masked by statistical secrecy; the share of difficult projects cannot be computed here.
portrait-projects =
    {$year}: { $count ->
     [one] {$shown} hiring project
    *[other] {$shown} hiring projects
    }, {$difficult}.
portrait-projects-partly = {$year}: {$least} to {$most} { FORM($most, "hiring project", "hiring projects") }, of which {$shown} published and the rest masked, {$difficult}.
portrait-difficult =
    of which { $count ->
     [one] {$shown} is expected by employers to be difficult ({$share})
    *[other] {$shown} are expected by employers to be difficult ({$share})
    }
portrait-difficult-partly = of which {$least} to {$most} are expected by employers to be difficult ({$share})
portrait-difficult-masked = of which a masked number of difficult ones, {$most} at most
portrait-large-masked = Statistical secrecy: the number of difficult ones is masked although projects are many. It may exceed this maximum, and the interval be too narrow.
portrait-share = Smoothed, that is drawn towards that of the département, the région and France where answers are few, the difficult share is {$share}, 80% interval, non-response bias apart; probability of exceeding {$cut}: {$probability}.
portrait-share-borrowed = Published projects here are too few: this share is that of the rung above more than of the territory.
portrait-no-project = The occupation is neither flagged nor presumed: no project of it is recorded here, and the share above is that of the rung above.
portrait-flagged = The occupation is flagged by the territory's own data, confidence {$grade}; rank {$rank} of {$of}, 80% interval.
portrait-presumed = The occupation is presumed to be under pressure from the département, the région or France only, confidence {$grade}: to be confirmed on the spot; rank {$rank} of {$of}, 80% interval.
portrait-to-check = The flag depends on masked cells: to be checked, confidence {$grade}; rank {$rank} of {$of}, 80% interval.
portrait-not-flagged = The occupation is not flagged, confidence {$grade}; rank {$rank} of {$of}, 80% interval.
portrait-class-none = The class of pressure cannot be computed, and no official class can be read for this occupation: the files have none, or that of an old code which leads to several occupations.
portrait-class-alone = Pressure on the territory: class {$class} of 5, confidence {$grade}; no official class can be read for this occupation: the files have none, or that of an old code which leads to several occupations.
portrait-class-official = Official class: {$official} of 5 ({$rung}, {$year}); the territory's class of pressure cannot be computed.
portrait-class-agree = Pressure on the territory: class {$class} of 5, confidence {$grade}; official class: {$official} of 5 ({$rung}, {$year}): both readings are on the same side (a tension is read in the two highest classes).
portrait-class-borrowed = Pressure of class {$class} of 5, confidence {$grade}, and official class {$official} of 5 ({$rung}, {$year}): the difficult share of the former is that of the rung above more than of here, and neither confirms nor contradicts the latter.
portrait-class-here-only = The two readings are not on the same side (a tension is read in the two highest classes): pressure of class {$class} of 5, confidence {$grade}, by the territory's files, official class {$official} of 5 ({$rung}, {$year}). The official one is of another level or another year: neither replaces the other.
portrait-class-official-only = The two readings are not on the same side (a tension is read in the two highest classes): official class {$official} of 5 ({$rung}, {$year}), pressure of class {$class} of 5, confidence {$grade}, by the territory's files. The official one is of another level or another year: neither replaces the other.
portrait-change-up = The difficult share has risen since {$year} ({$share} then).
portrait-change-down = The difficult share has fallen since {$year} ({$share} then).
portrait-change-stable = The difficult share is stable since {$year} ({$share} then).
portrait-change-inconclusive = Nothing tells whether the difficult share has changed since {$year} ({$share} then).
portrait-change-broken = Earlier years are in another nomenclature: no change can be told for this occupation.
portrait-causes = Published causes of class 4 or 5 (5 aggravates): {$list}.
portrait-causes-none = No published cause is of class 4 or 5.
portrait-lever-training = Training is the first lever.
portrait-lever-training-with-commitment = Training is a lever, provided that employers commit to the quality of jobs.
portrait-lever-job-quality = Training is not the first lever: act first on conditions, hours, contracts, pay or housing.
portrait-lever-widen-pool = The lever is to widen the pool, with short access courses.
portrait-lever-retention = Training is not the first lever: retain people, share working time between employers.
portrait-lever-mobility = Training is not the first lever: act on mobility, housing and transport.
portrait-lever-ask-employers = The published causes do not suffice to name a lever: ask employers before acting.
portrait-lever-unflagged = {$lever} This lever comes from the official class alone: the occupation is not flagged here.
portrait-lead = Who could lead it: {$lead}.
portrait-survey = Local survey — {$list}.
portrait-survey-hidden = What the local survey says of this occupation is kept back by secrecy.
sheet-close = Close the sheet
search-without-row = {$label} ({$code}) has no BMO row on this territory in {$year}: this table says nothing of it.
search-nothing = No occupation of this table answers the search and the choices made.
sheet-copy = Copy this paragraph
difference-apart = "{$first}" is harder to recruit for than "{$second}": smoothed shares of {$higher} against {$lower}, 80% intervals apart.
difference-none = "{$first}" and "{$second}" cannot be told apart by their difficult share: {$higher} and {$lower}, the 80% intervals overlap.
difference-volume = More projects for "{$first}": {$more} against {$less} (the survey publishes no margin of error for them).
difference-volume-none = Their numbers of projects cannot be told apart: they are equal, or masked cells let them overlap.
side-title = Side by side
side-about = The occupations ticked in the table, one per column. Two shares differ only where their 80% intervals are apart.
side-differences = What tells them apart
side-choose = Tick two to four occupations in the table (box at the left, or space bar).
side-go =
    { $count ->
     [0] Tick two occupations to compare them
     [one] {$count} occupation ticked: tick another
    *[other] Compare the {$count} ticked occupations
    }
side-clear = Untick
grid-pick = Compare {$code}
filter-every = any
filter-grade = Confidence
filter-reset = Show all
filter-count = {$shown} { FORM($shown, "occupation", "occupations") } of {$all}
columns-title = Columns
views-title = Views
views-none = No saved view: the present filters, order and columns can be saved.
views-name = Name of the view
views-new-name = New name of the view
views-save = Save the view
views-rename = Rename
views-rename-of = Rename the view {$name}
views-remove-of = Delete the view {$name}
views-taken = Another view has this name.
views-replaces = Replaces the view of this name.
edit-save-view = saved view
edit-rename-view = renamed view
edit-remove-view = deleted view
quadrant-reference = Relative to {$cut} (horizontal line) and to the median number of projects per occupation of {$territory}, {$median} (upright line): neither is an absolute level of tension.
quadrant-summary = {$all} { FORM($all, "occupation", "occupations") }. Above the cut and the median: {$both} ({$named}); above the cut only: {$tense}; above the median only: {$large}; below both: {$neither}.
quadrant-table = See the same as a table
plot-median = median of the projects
map-save = Save the picture…
map-stopped = The map was given up, or failed on these files.
map-resume = Try again
help-posterior-shown = Share of projects expected to be difficult, smoothed towards the levels above according to the size of the cell. Dot: value; bar: 80% interval; upright line: cut of difficulty.
help-causes-shown = Published causes that make tension worse. Full square: class 5; ring: class 4. I hiring intensity, F training link, M lack of labour, N precarious jobs, C working conditions, G geographic mismatch, S unattractive pay. The Causes tab gives all seven classes.
help-grade = A: the territory's own data weigh at least as much as the level above. B: both count. C: presumed from the level above.
help-probability = Probability that the occupation's difficult share exceeds the cut here. It is flagged from 0.8 up (a setting).
help-rank-shown = Rank by the smoothed difficult share, 1 being the most difficult, and the ranks that the draws allow at 80%. It is not the order of the programmes.
help-class = From 1 to 5, by the quintiles of the reference set that was loaded: not comparable with the official class.
help-official = Class published at the finest level that publishes it: most often a département or a région, of another year.
help-trend = Change since the last loaded year of the same nomenclature; a rise or a fall needs two intervals apart.
help-rank = Order of the programmes: first what the territory establishes, then what training can do, then the expected difficult volume. It is not the rank of the diagnosis.
sources-add-files = Add files…
sources-add-folder = Add a folder…
sources-sample = Sample territory (fictional)
sources-never-touched = Your files are read, never changed.
sources-drop = Drop your files here
sources-drop-help = France Travail's BMO survey, Dares tensions, Certif Info, Mon Compte Formation, your catalogue, your survey: each file is recognised by its content.
sources-recovery = Unsaved work was found.
sources-recovery-of = Unsaved work on {$file} was found.
recovery-title = Unsaved work on this project was found
recovery-why = The window closed before it was saved. Resumed, it is saved into this file; left for later, it is kept and offered again; forgotten, it is erased.
recovery-later = Later
differs-title = The project’s file has changed
differs-why = Another program or another window saved something else in this file since this project was read from it or saved in it. What has left the project stays recorded either way. The version replaced is kept beside it (.bak); work that you have not saved here is set aside and offered again.
differs-unreadable = This file no longer reads as a project. Saving would replace it; the version replaced is kept beside it (.bak).
differs-mine = Keep my version
differs-other = Open the other
window-memory-came = Figures had left this project by another way since it was read: what the file had recorded of them is kept.
window-memory-first = Figures have left this project by another way since it was read: nothing left this time. What may leave is computed again with them; try again.
window-file-unreadable = The project’s file no longer reads as a project: what leaves cannot be recorded in it, and nothing left. Save the project first.
sources-recover = Take it up again
sources-forget = Forget it
sources-remove = Remove
sources-read-again = Read again
sources-changed = This file has changed since the project was saved: so have the figures.
sources-missing = not found
sources-missing-help = The file is no longer there. Put it back, then choose Read again.
sources-left-out-help = The file is not there: the archive that this project comes from was made without it. Put it here, then choose Read again; or add your own.
sources-refused = unreadable
sources-cancelled = reading cancelled
sources-waiting = waiting…
sources-reading = Reading {$name}: {$rows} { FORM($rows, "row", "rows") } ({$done} of {$of} { FORM($of, "file", "files") })
sources-why = Recognised because
sources-no-issue = Nothing to report.
sources-issues = Remarks and refusals
reason-columns = columns found: {$list}
reason-header-row = header on row {$row}
reason-year-from = year taken from {$place}
reason-fap-version = FAP {$version} nomenclature: {$valid} { FORM($valid, "valid code", "valid codes") } of {$of}
reason-questions = questions read: {$list}
reason-ignored-columns = columns left aside: {$list}
reason-text = {$encoding} text, separator "{$separator}"
reason-member = found in the archive: {$name}
reason-structure = structure {$name}
separator-tab = tab
ring-all = all
training-chosen-only = only: {$label}
programmes-training-only = only where training is a lever
programmes-none = No occupation is flagged on this territory.
programmes-why = Why
programmes-commitment = No training without the employers' commitment on job conditions.
programmes-hours = from {$least} to {$most} h, median {$median} h
programmes-hours-unknown = unknown: no linked offer says
export-folder = Choose the folder…
export-no-folder = No folder chosen
export-write = Export
export-overwrites = Files of the same name in that folder are replaced.
export-written = Files written
dialog-data = Data
dialog-project = Bassin project
dialog-all = All files
error-project-malformed = Not a readable Bassin project: {$detail}
error-project-newer = This project was made by a newer Bassin: {$detail}
figure-open-range = {$low} to over {$most}
figure-published = {$value} published ({$bounds})
figure-points = {$value} { FORM($value, "point", "points") } ({$low} to {$high})
sources-choose-territory = Next: choose the territory
sources-see-diagnosis = Next: diagnosis
error-is-source = this file is one of the sources of the analysis: nothing is written to it; choose another folder
error-disk-full = the disk is full
cli-renderer = Display
cli-display-present = screen found
cli-display-absent = no screen
cli-folder = Settings folder
cli-no-folder = none: the system gives no home folder
cli-reference-list = Built-in list
error-no-window = the window could not open: {$detail}
figure-with-n = {$value} (n = {$n})
unit-share-of-seekers = share of job seekers
parameter-weight-difficulty = Weight of the difficult share in the pressure score
parameter-weight-offers = Weight of the posts offered per registration in the pressure score
parameter-weight-exits = Weight of the exit rate in the pressure score
parameter-validation-minimum = Occupations needed to judge past flags
parameter-validation-draws = Draws that compare the flag with persistence
parameter-same-offer-days = Days between two offers that are one
parameter-same-offer-title = Likeness of the titles of two offers that are one
parameter-passage-minimum = Common part needed to pass from one nomenclature to the other
parameter-trend-margin = Largest change of a share still called stable
parameter-rank-draws = Draws behind the interval of a rank
parameter-link-score = Score of a title from which a link is proposed
parameter-link-field-share = Share of the certifications of a Formacode from which a link is proposed
parameter-near-minutes = Minutes of travel within which an offer is near
parameter-near-kilometres = Kilometres as the crow flies within which an offer is near
parameter-departure-rate = End-of-career departures, share of employment per year
parameter-growth-rate-low = Net creation, share of employment per year, lowest
parameter-growth-rate-high = Net creation, share of employment per year, highest
parameter-rate-denominator-minimum = Count under which a rate is not used
parameter-retention-low = Share of trained people who work on the territory, lowest when unknown
parameter-retention-high = Share of trained people who work on the territory, highest when unknown
parameter-pool-qualified-low = Share of job seekers qualified for the occupation, lowest
parameter-pool-qualified-high = Share of job seekers qualified for the occupation, highest
parameter-pool-return-low = Share of qualified job seekers who take up this occupation again, lowest
parameter-pool-return-high = Share of qualified job seekers who take up this occupation again, highest
parameter-destinations-minimum = Observed destinations needed to share out trained people
parameter-gap-draws = Draws behind the interval of an indicative gap
parameter-gap-seed = Seed of the draws of indicative gaps
parameter-fill-minimum = Share of the places taken under which training is not followed
parameter-group-minimum = Trained people per year needed to open a group
parameter-rank-seed = Seed of these draws
parameter-tension-cut-1 = Cut between the official classes 1 and 2 of 2019 (check of a file)
parameter-tension-cut-2 = Cut between the official classes 2 and 3 of 2019 (check of a file)
parameter-tension-cut-3 = Cut between the official classes 3 and 4 of 2019 (check of a file)
parameter-tension-cut-4 = Cut between the official classes 4 and 5 of 2019 (check of a file)
indicator-offers-per-seeker-name = Posts offered per registration
indicator-offers-per-seeker-definition = Posts of the offers loaded, created within the period, over the job seekers of category A who registered in it. Two flows of one period: never a stock.
indicator-offers-per-seeker-nulls = No value in a département without an offer (no list says what it covers), and where registrations are masked. Under thirty occupations × départements it is told without entering a class.
unit-posts-per-seeker = posts per registration
indicator-exit-rate-name = Exit rate from the lists
indicator-exit-rate-definition = Exits of the period, categories A, B, C, over the job seekers present at its start or entered; the higher, the more the occupation hires.
indicator-exit-rate-nulls = No value when a cell is masked. Under thirty occupations × départements it is told without entering a class.
kind-carif-offers = Offers of the Carif-Oref (LHEO)
kind-national-register = National registers RNCP and RS
column-regulatory = Legal list of occupations in tension
regulatory-listed = On the legal list of occupations in tension (work permits), {$file}: an information, not a measure.
regulatory-listed-converted = On the legal list of occupations in tension (work permits) under its code of the other nomenclature, {$file}: an information, not a measure.
kind-rome-naf-hirings = Hirings by ROME and activity
kind-rome-tree = ROME tree and job titles
kind-basin-sectors = Job seekers by sector and basin
kind-apprenticeship-prices = Prices of apprenticeship contracts (NPEC)
sources-not-used = Recognised and read, but no computation uses it in this version.
note-former-wave = {$left} is of another wave than {$year}: its answers are not added to those of {$year}.
note-repeated-offers = {$count ->
    [one] {$count} offer is in several lists: it counts once.
   *[other] {$count} offers are in several lists: they count once.
}
note-like-offers = { $count ->
    [one] {$count} offer of two origins is one: same employer, same ROME code, same commune, near dates and titles.
   *[other] {$count} offers of two origins are one each: same employer, same ROME code, same commune, near dates and titles. The list says which.
}
note-offers-flow = {$file}: new offers of a period (flow).
note-offers-stock = {$file}: offers open on a day (stock). They are not set against registrations (R), which are a flow.
note-offers-unknown = {$file}: nothing says whether these are the new offers of a period (flow) or the offers open on a day (stock). They are not set against registrations (R); a column “nature” (flux or stock) would say it.
note-offers-apart = { $count ->
    [one] {$file}: {$count} offer apart, a flow and a stock are not added up.
   *[other] {$file}: {$count} offers apart, a flow and a stock are not added up.
}
note-same-content = {$left} has the same content as {$kept}: it counts once.
note-other-hirings = {$left} is another vintage of the hirings by ROME × NAF than {$kept}, the only one used: two vintages are not added up.
note-year-by-name = {$file} does not say its year: {$year}, by its name.
note-year-asked = {$file} does not say its year: {$year}, the year asked for.
kind-job-seeker-series = Job seekers by month and zone (DEFM)
kind-hiring-declarations = Declarations before hiring (DPAE)
kind-market-indicators = Labour market indicators (France Travail)
kind-establishment-stock = Stock of establishments (SIRENE)
kind-commune-groupings = Communes and intercommunal groupings (EPCI)
kind-onisep-training = Initial training (Onisep)
kind-onisep-bridge = Onisep – Certif Info passage table
kind-apprenticeship-catalogue = Apprenticeship catalogue
reason-notes = lines of text below the table, counted among the empty rows: { $count } (“{ $text }”)
kind-survey-wishes = Survey, training wishes
kind-survey-answers = Answers to the other questions of the survey
reason-mapped = columns by the mapping confirmed on { $file }
issue-hidden-sheet = hidden sheet, left aside: show it in the workbook if it must be read
issue-empty-sheet = empty sheet, left aside
edit-map = the mapping of columns
edit-unmap = the removal of the mapping

## Mapping of columns
mapping-open = Map the columns…
mapping-again = Look at the mapping again…
mapping-remove = Remove the mapping
mapping-title = Mapping of columns: { $file }
mapping-nothing = This file holds no table whose columns could be chosen (archive, map or unreadable file).
mapping-sheet = Sheet
mapping-only-hidden = All sheets of this workbook are hidden: show in the workbook the one that is to be read.
mapping-hidden-sheets = Hidden sheets, left aside: { $list }
mapping-header-row = Header row
mapping-two-rows = on two rows
mapping-confirm = Confirm the mapping
mapping-missing = Missing: { $list }
mapping-summary =
    First rows: { $read } read, { $refused ->
        [0] none refused
       *[other] { $refused } refused
    }. Other files of the same form will be read in the same way.
mapping-field = Field
mapping-column = Column of the file
mapping-spoken = { $of }: { $what }
mapping-manner = Reading
mapping-why = Why
mapping-none = — none
mapping-ticked = {$count} { FORM($count, "column", "columns") } of ticks
mapping-group = { $name }: {$count} { FORM($count, "column", "columns") } of ticks
mapping-row-number = Row number
mapping-constant = The same value everywhere…
mapping-values = Values…
mapping-values-of = Values… ({ $count } changed)
mapping-values-help = On the left, what is written and how often; on the right, what it means. A value left empty stays as it is.
mapping-more-values = and { $count } more values, kept as they are
mapping-questions = Other questions kept
mapping-questions-help = These columns fill no field: they are kept as questions of the survey. Free text never leaves the application.
mapping-drop = Leave aside
mapping-unused = Columns left aside: { $list }
mapping-preview = Rows as they will be read
mapping-row = Row
mapping-before = Taken up from “{ $file }”: what was decided there still is, “none” and columns left aside included.
mapping-new = New in this file: { $list }
mapping-gone = Absent from this file: { $list }
mapping-is-new = new
mapping-maybe = maybe: { $column }
mapping-keep = Take up as a question
mapping-header-names = names of the file
mapping-why-none = none, as decided
mapping-why-before = confirmed before
mapping-why-name = by its name
mapping-why-like = name alike
mapping-why-content = by its content
manner-plain = as it is
manner-number = number (comma or point)
manner-percent = percentage (86.2 for 86.2 %)
manner-day-first = date, day first
manner-month-first = date, month first
manner-code = code of {$width} { FORM($width, "character", "characters") }, zeros restored
manner-several = several answers, apart by { $separator }
manner-scale = scale (degrees)
manner-choice = one choice of a few answers
manner-rank = ranking, from first to last, apart by { $separator }
manner-likert = scale from {$low} to {$high}

## Fields of tables
field-id = Identifier
field-establishment = Establishment
field-commune = Commune (Insee code)
field-basin = Employment basin
field-naf = Activity (NAF code)
field-naf-section = NAF section
field-stratum = Stratum
field-answered-on = Date of answer
field-status = Status
field-headcount = Headcount
field-size-class = Size class
field-weight = Weight
field-hires = Hires over 12 months
field-departures = Departures over 12 months
field-label = Occupation (label)
field-rome = ROME code
field-fap = FAP code
field-fap-year = Edition of FAP
field-qualification = Qualification
field-aged-55-59 = Employees aged 55 to 59
field-aged-60-plus = Employees aged 60 and over
field-retirements-12m = Retirements within 12 months
field-retirements-36m = Retirements within 36 months
field-offers = Offers over 12 months
field-applicants = Applications
field-qualified = Qualified applicants
field-suitable = Suitable applicants
field-filled = Posts filled
field-present-after-12m = Present after 12 months
field-projects = Hiring projects
field-seasonal = Seasonal projects
field-difficult = Difficult projects
field-causes = Causes of difficulty
field-training-need = Need for training
field-training-public = Who is to be trained
field-skill = Skill aimed at
field-training-hours = Duration wished (hours)
field-modality = Mode
field-promise = Promise of hiring
field-title = Title
field-source = Source
field-source-date = Date of the source
field-created = Date of creation
field-closed = Closing date
field-posts = Number of posts
field-contract = Kind of contract
field-months = Duration (months)
field-full-time = Full time
field-siret = SIRET of the employer (kept as a mark, never in clear)
field-employer = Name of the employer (kept as a mark, never in clear)
field-nature = Nature of the list (flux or stock)
field-provider = Provider
field-route = Way of training
field-rncp = RNCP code
field-rs = RS code
field-diploma = Certif Info code
field-nsf = NSF code
field-formacodes = Formacodes
field-romes = ROME codes
field-level = Level
field-hours = Duration (hours)
field-capacity = Yearly capacity
field-enrolled = Enrolled last year
field-entries = Yearly entries
field-dropouts = Yearly dropouts
field-figures-year = Year of the figures
field-continuation-rate = Continuation rate
field-employment-rate = Employment rate at 6 months
field-rate-denominator = Denominator of the rate
field-retention = Share staying in the basin
field-cost-per-hour = Cost per hour (€)
field-cost-total = Total cost (€)
field-funders = Funders
field-starts = Start date
field-ends = End date
field-period = Period
field-zone-type = Kind of zone
field-zone = Zone code
field-stock-a = Job seekers, category A
field-stock-abc = Job seekers, categories A, B, C
field-entries-a = Entries, category A
field-entries-abc = Entries, categories A, B, C
field-exits-abc = Exits, categories A, B, C
field-establishments = Number of establishments

issue-missing-marks =
    { $count ->
     [one] {$shown} cell (n.d., NC, ?, -…) read
    *[other] {$shown} cells (n.d., NC, ?, -…) read
    } as unknown, never as zero
issue-serial-dates =
    { $count ->
     [one] {$shown} date read
    *[other] {$shown} dates read
    } from a workbook's number of days
issue-months-only =
    { $count ->
     [one] {$shown} date
    *[other] {$shown} dates
    } to the month, day unknown
issue-recoded =
    { $count ->
     [one] {$shown} value
    *[other] {$shown} values
    } replaced as the mapping says
issue-missing-question = the question “{$question}” is not asked in this file: its answers are missing here
issue-new-question = new column: {$column}. It is kept as a question, in words; “Look at the mapping again…” says how it is read
issue-new-column = new column, not read yet: {$column}. “Look at the mapping again…” gives it a field or makes it a question
issue-nearly-mapped = nearly your form “{$file}”: {$columns} is missing. “Map the columns…” takes all the rest as it was; which column replaces it is left to be said
issue-shared-column = column {$column} is asked for twice by the mapping; only the first is served

## Files that disagree
edit-labels = occupations recognised
edit-weighting = weighting
edit-group = group of occupations
edit-remove-group = removal of a group of occupations
edit-rename-group = new name of a group of occupations
edit-method = settings of the method
edit-links = links between training and occupations
edit-prefer = the choice between two files
disagreement-title = Two files disagree
disagreement-told =
    “{ $first }” and “{ $second }” ({ $kind }{ $year }) give { $count ->
        [one] { $shown } different figure
       *[other] { $shown } different figures
    } ({ $common ->
        [one] { $rows } common row
       *[other] { $rows } common rows
    }). “{ $used }” is used.
stacking-stacked = “{ $before }” and “{ $after }” ({ $kind }) make one series: from { $from } to { $to }
stacking-other-measure = “{ $before }” and “{ $after }” ({ $kind }) stay apart: one counts “{ $first }”, the other “{ $second }”
stacking-other-edition = Break between “{ $before }” and “{ $after }” ({ $kind }): their occupations are of two editions of FAP
stacking-other-basins =
    Break between “{ $before }” and “{ $after }” ({ $kind }): { $count ->
        [one] { $shown } basin is
       *[other] { $shown } basins are
    } in only one of them{ $examples }; there and around, borders or scope are not the same
stacking-moved-communes =
    Break between “{ $before }” and “{ $after }” ({ $kind }): { $count ->
        [one] { $shown } commune changes
       *[other] { $shown } communes change
    } basin{ $examples }; figures of these basins do not compare
stacking-replaced = “{ $after }” replaces “{ $before }” ({ $kind }): only the later one is used
stacking-same-year = “{ $before }” and “{ $after }” ({ $kind }) are of the same year: “{ $before }” is used, the other is set aside
stacking-copy = “{ $after }” has the same content as “{ $before }” ({ $kind }): it counts once
stacking-former-wave = “{ $before }” ({ $kind }) is of a wave before { $year }: its answers are not added to those of “{ $after }”
stacking-shared =
    “{ $before }” and “{ $after }” ({ $kind }) have { $count ->
        [one] { $shown } row in common
       *[other] { $shown } rows in common
    }{ $examples }: counted once, as in “{ $before }”
stacking-series = Make one series, from { $from } to { $to } ({ $kind }): { $list }
stacking-file = “{ $file }”
stacking-with-others = With the other files
stacking-aside-replaced = replaced
stacking-aside-same-year = same year
stacking-aside-copy = copy
stacking-aside-former-wave = former wave
disagreement-compare = Compare…
disagreement-used = { $file } is used
disagreement-use = Use { $file }
field-permanent = On permanent contracts
field-fixed-term = On fixed-term contracts
field-temporary = Agency workers
field-hosts = Takes trainees in (PMSMP)
field-tutors = Tutor available
field-on-the-job = Training on the job possible (AFEST)
field-obstacles = Obstacles to training
field-wish-occupation = Occupations for which a course is wished
field-wish-audience = Audiences of the courses wished for
field-wish-modality = Modes of the courses wished for
field-consent = May be quoted
field-aged-under-30 = Employees under 30
field-aged-30-49 = Employees aged 30 to 49
field-aged-50-54 = Employees aged 50 to 54
field-other-departures-12m = Other departures within 12 months
field-other-departures-36m = Other departures within 36 months
field-abandoned = Posts given up
field-days-to-fill = Days to fill
field-left-before-12m = Left before 12 months
field-creations = Projects for new posts
field-replacements = Projects of replacement
field-class = Class of tension
field-tension = Tension


kit-fault-too-large = the file is far larger than a questionnaire
kit-fault-password-protected = the workbook is protected by a password: save it without protection
kit-fault-unreadable = this is not a readable workbook ({$detail})
kit-fault-not-a-kit = this workbook is not a Bassin questionnaire
kit-fault-no-form = the sheet of the establishment was removed
kit-fault-empty = no answer
kit-fault-other-wave = questionnaire of another round ({$wave})
kit-fault-second-sheet = the sheet is there twice, with answers: only the first is read
kit-fault-sheet-gone = the sheet was removed: none of its answers is read
kit-fault-required = needed answer, left empty
kit-fault-gone = the line or column of this needed answer was removed
kit-fault-not-a-number = “{$found}” is not a number
kit-fault-not-whole = “{$found}” is not a whole number
kit-fault-out-of-bounds = “{$found}” is not between {$min} and {$max}
kit-fault-not-a-date = “{$found}” is not a date
kit-fault-date-out-of-bounds = “{$found}” is not between {$from} and {$to}
kit-fault-not-yes-or-no = “{$found}” says neither yes nor no
kit-fault-not-an-option = “{$found}” is not an answer of the list
kit-fault-not-a-code = “{$found}” is not a code ({$system})
kit-fault-unknown-code = “{$found}” is written as a code ({$system}), but no list knows it
kit-fault-digits-lost = “{$found}”: the spreadsheet lost the last digits
kit-fault-check-digit = “{$found}”: the check digit of the SIRET does not agree
kit-fault-not-in-list = “{$found}” is not in the list of communes
kit-fault-identifies = this survey number would name the establishment; an anonymous one is given
kit-fault-number-taken = “{$found}” is the number of another establishment; an anonymous one is given
kit-fault-too-long = text of more than {$max} characters
kit-fault-cell-error = error of a formula
kit-fault-more-than = the sum ({$sum}) is more than {$total} ({$most})
kit-fault-wished-yet-denied = no training need declared, yet a course is wished for this occupation
kit-mending-leading-zeros = leading zeros put back
kit-mending-scientific = number restored from its scientific form
kit-mending-serial-date = date read from a number of days
kit-mending-short-year = year read from two digits

column-sector = Sector
column-size-class = Size (employees)
column-asked = Asked
column-answered = Answered
column-refused-to = Refused
column-not-reached = Not reached
column-response-rate = Response rate
column-coverage = Share of establishments covered
column-coverage-headcount = Share of employees covered (register)
column-question = Question
column-need-drawn = Drawn towards all occupations
column-need-drawn-low = Drawn, lowest (80 %)
column-need-drawn-high = Drawn, highest (80 %)
column-question-kind = Kind
column-answer = Answer
column-share-point = Share
column-unweighted = Unweighted
column-answers = Answers
column-need-answers = Answers, zeros included
column-respondents = Respondents
column-establishments = Establishments
coverage-all = All
table-coverage = Coverage
table-coverage-about = Establishments of the register, asked and answering, by sector and size. The employees covered are those of the register: each respondent counts for the mean headcount of its sector and size there. A response rate does not tell whether those who did not answer are like the others.
table-questions = Questions
table-questions-about = Share of the establishments giving each answer, weighted, with its 95 % interval, non-response bias left out. Where several answers are possible the shares add up to more than 100 %. An answer of fewer than three establishments (or the threshold set) is not counted alone: “other answers” joins the rarest of a single choice.
question-yes-no = yes or no
question-several = several answers
question-scale = scale
question-choice = one choice
question-rank = ranking (share of establishments that put the answer first)
question-number = number
question-text = free text
question-not-counted = read, not counted
question-others = other answers
question-mean = mean per establishment
column-share-or-mean = Share or mean
weights-basis = Basis
weights-no-answer = Nobody has answered yet
weights-unweighted = Each respondent counts for one: no register of establishments is loaded. Figures are those of the respondents.
weights-given = Weights given by the file
weights-groups = Groups of the register, not calibrated
weights-calibrated = Groups of the register, calibrated on: {$margins}
margin-size = size
margin-sector = sector
margin-headcount = employees by sector
weights-respondents = Respondents
weights-represented = Establishments represented
weights-range = Weights, least to greatest
weights-variation = Spread of weights (standard deviation / mean)
weights-design-effect = Effect of unequal weights (Kish)
weights-effective = Effective respondents
weights-ratios = Ratio of final to initial weights
weights-dropped = Margin given up: {$margin}
weights-large-missing = Large establishments that did not answer
weights-large-missing-text = {$count}: nobody answers in their place
weights-large-unlisted = Large establishments of the register that were not asked
weights-merges = Groups joined, for lack of answers
weights-thin = Groups of fewer than five answers
weights-beyond-register = Groups where the survey has more establishments than the register
weights-bias = What weights do not do
weights-bias-text = They correct size and sector only. If those who hire answer more readily, figures are too high, and no interval tells it.
section-a = Agriculture, forestry and fishing
section-b = Mining and quarrying
section-c = Manufacturing
section-d = Electricity, gas, steam and air conditioning
section-e = Water, sewerage, waste and remediation
section-f = Construction
section-g = Trade, repair of motor vehicles and motorcycles
section-h = Transport and storage
section-i = Accommodation and food service
section-j = Information and communication
section-k = Finance and insurance
section-l = Real estate
section-m = Professional, scientific and technical activities
section-n = Administrative and support services
section-o = Public administration
section-p = Education
section-q = Human health and social work
section-r = Arts, entertainment and recreation
section-s = Other services
section-t = Households
section-u = Extraterritorial activities
size-0 = no employee
size-1-9 = 1 to 9
size-10-19 = 10 to 19
size-20-49 = 20 to 49
size-50-99 = 50 to 99
size-100-249 = 100 to 249
size-250-499 = 250 to 499
size-500 = 500 and more

step-survey = Survey
survey-part-kit = Questionnaire
survey-part-coverage = Coverage
survey-part-weights = Weights
survey-part-labels = Occupations to recognise
survey-part-needs = Needs
survey-part-causes = Causes
survey-part-questions = Questions
survey-part-dominance = Dominant respondents
survey-none-title = No survey loaded
survey-none-text = Write the questionnaire, send it to employers, then collect the answers; or add the tables of a survey already made, or the export of a form.
survey-add-files = Add files…
survey-kit = Write the questionnaire…
survey-collect = Collect a folder of answers…
survey-kit-heading = The questionnaire
survey-kit-about = A workbook to send: the establishment, its occupations, its training wishes, with a note and the promise of secrecy.
survey-collect-title = The answers
survey-collect-about = Choose the folder of filled workbooks. Put the list of the establishments invited into it, if there is one (survey number, SIRET or name, activity, commune, size class): those that sent nothing back will be counted, and asked again. Files are read, never changed; the tables are written to a sub-folder “collecte”, names apart.
kit-field-title = Title
kit-field-collector = Who asks
kit-field-contact = Where to answer
kit-field-deadline = Before (dd/mm/yyyy)
kit-field-wave = Wave
kit-default-title = Jobs and skills of the territory
kit-needs-collector = Say first who asks and where to answer
kit-bad-deadline = “{$text}” is not a date
kit-exists = This folder already holds a questionnaire: {$path}. Choose another.
kit-written = The questionnaire, the list of variables and the note are written.
collect-nothing = No filled questionnaire in this folder.
collect-done = {$files} { FORM($files, "file", "files") } read, {$kept} { FORM($kept, "answer", "answers") }, {$missing} { FORM($missing, "establishment invited that sent nothing", "establishments invited that sent nothing") }. {$rejects} { FORM($rejects, "answer refused", "answers refused") }, {$duplicates} { FORM($duplicates, "duplicate", "duplicates") }, {$replaced} { FORM($replaced, "version", "versions") } replaced, {$unread} { FORM($unread, "unreadable file", "unreadable files") }: the detail is under “Questionnaire” and in {$file}. Written to {$folder}.
survey-coverage-sentence = {$answered} { FORM($answered, "answer", "answers") } out of {$asked} { FORM($asked, "establishment", "establishments") } asked ({$rate}). Share of the establishments of the register covered: {$share}.
survey-headcount-covered = Share of the employees of the register covered: {$share}, each respondent counted for the mean headcount of its sector and size.
survey-no-frame = Without a register of establishments (table of margins or Sirene extract), answers cannot be weighted: figures are those of the respondents.
survey-coverage-unplaced = {$count} { FORM($count, "establishment", "establishments") } whose sector or size is unknown.
survey-reminders = To be asked again: {$count}
survey-reminders-title = To be asked again
survey-reminders-note = The largest first. These identifiers stay on this screen.
survey-dominance-about = Figures that hang on one or two large respondents. If they tell another story without them, say so.
survey-dominance-none = No respondent dominates a figure.
survey-dominance-share = {$count ->
    [one] One respondent, {$share} of the total
   *[other] {$count} respondents, the largest of which makes {$share} of the total
}
survey-dominance-changes = With: {$with}; without: {$without}. The story changes.
survey-dominance-stands = With: {$with}; without: {$without}. The story stands.
survey-dominance-secret = This figure is secret: neither with nor without is it shown anywhere.
needs-as-figures = Figures
needs-as-errors = Sampling error
needs-as-sectors = By sector
stated-by-occupation = By occupation
stated-no-cause = No respondent declares a difficulty to hire.
needs-no-sector = The respondents are of one sector alone, or gave no activity: no figure by sector.
needs-sector-unknown = Activity not known
needs-group = Group “{$name}”
needs-as-groups = Groups of occupations
needs-groups-about = A group gathers occupations under a name of your own: it becomes a row of the table of needs. It goes through the same secrecy as occupations: a small group may be hidden, or have an occupation hidden.
needs-groups-none = No group yet.
needs-group-name = Name of the group
needs-group-make = Make the group
needs-group-new-name = New name of the group "{$name}"
needs-group-rename = Rename
needs-group-taken = A group already has this name.
needs-group-remove = Remove the group “{$name}”
needs-group-open = Edit the group “{$name}”
needs-group-members = {$count ->
    [0] no occupation ticked
    [one] {$count} occupation
   *[other] {$count} occupations
}
needs-group-tick = Occupations of the group “{$name}”
needs-group-unanswered = no respondent
errors-running = Replicates: {$done} of {$all}
errors-stop = Stop
errors-start = Compute
errors-stopped = Stopped.
errors-none = No figure shown has an error to tell.
table-errors = Sampling error
table-errors-about = Standard error of each figure shown, by two roads: linearised, and over {$used} bootstrap replicates calibrated again ({$failed} without a solution). Where the two are far apart, read the interval with care.
column-error-indicator = Indicator
column-error-figure = Figure
column-error-linear = Linearised standard error
column-error-resampled = Standard error over replicates
needs-too-uncertain = too uncertain for a weighted figure
needs-hidden = {$hidden ->
    [one] One figure in {$all} is hidden, and says why.
   *[other] {$hidden} figures in {$all} are hidden, and say why.
}
needs-dominated = {$count ->
    [one] One figure shown hangs on a few large respondents;
   *[other] {$count} figures shown hang on a few large respondents;
} {$changing ->
    [0] none tells another story without them (see “Dominant respondents”).
    [one] one tells another story without them (see “Dominant respondents”).
   *[other] {$changing} tell another story without them (see “Dominant respondents”).
}
survey-dominance-uncertain = Too uncertain for a value, with as without.
survey-dominance-private = This screen names respondents: it is neither copied nor exported.
weights-about = Weighting gives each answer the number of establishments it stands for, after the register.
weights-choices = Choices
weights-result = Result
weighting-method = Method
weighting-raking = raking ratio (weights always positive)
weighting-linear = linear
weighting-logit = logit (bounded weights)
weighting-low = Final over initial weight, at least
weighting-high = Final over initial weight, at most
weighting-take-all = Each for itself from (employees)
labels-about = What employers wrote, without a code. Choose the occupation; the choice is kept in the project and serves like labels.
labels-none = Every occupation is recognised.
labels-own = Your dictionary ({$count})
labels-own-title = Your dictionary
labels-own-note = What you decided in your projects is proposed in all of them, and decides nothing there without you. It stays on this machine, beside your preferences.
labels-own-forget = Forget
labels-none-elsewhere = Elsewhere you decided that it names no occupation.
labels-accept-all = {$count ->
    [0] No sure proposal to accept
    [one] Accept the sure proposal
   *[other] Accept the {$count} sure proposals
}
labels-keys = Arrows: move · Enter: first proposal · 1 to 5: a proposal · Backspace: the first one is the wrong card · Delete: no occupation
labels-count = {$rows ->
    [one] one row
   *[other] {$rows} rows
}, {$establishments ->
    [one] one establishment
   *[other] {$establishments} establishments
}
labels-no-occupation = Not an occupation
label-reason-own = already decided
questions-none = No question of the survey has an answer.
questions-base-hidden = {$kind} · {$respondents} { FORM($respondents, "respondent", "respondents") } to the survey
questions-base = {$kind} · {$answers} { FORM($answers, "answer", "answers") } out of {$respondents} { FORM($respondents, "respondent", "respondents") }
labels-no-proposal = No proposal
labels-other = Another occupation:
sharing-hidden = Hidden: the screen is shared.
menu-sharing = Shared screen: name no respondent
kind-actor-opinions = Opinions of colleges of actors
field-respondent = Respondent
field-college = College
field-question = Question
field-answer = Answer
perception-too-few = too few answers
perception-undetermined = undetermined
perception-agreement = agreement
perception-gap = gap
perception-blind-spot = blind spot
survey-part-perceptions = Perceptions
table-perceptions = Perceptions
table-perceptions-about = Share of each college of actors that gives the answer, and gap with the first, with its 95 % interval. “Agreement”, “gap” and “blind spot” are said only where the answers allow it.
perceptions-none = No table of the opinions of two colleges at least is loaded (columns id_repondant, college, question, reponse, or the export of a form with a column for the college).
column-college = College
column-perception-share = Share of the college, with its interval
column-perception-share-low = Share, least
column-perception-share-high = Share, most
column-gap-point = Gap, in points
column-gap-low = Gap, least
column-gap-high = Gap, most
perception-either = {$first} or {$second}
perception-first = college of reference
perception-words = Free answers, which are not counted.
as-chart = Chart
as-table = Table
perceptions-scale = Each college: a line for the 95% interval, a mark for the share (from 0 to 100%). The upright line carries on the first college.
column-gap = Gap with the first college
column-reading = Reading

## The employer survey, on the command line
hidden-tells-too-much = withheld: this figure, alone or beside those shown or already out, would tell too much of one or a few respondents
hidden-unusable = withheld: an answer to which the rules do not apply
hidden-not-asked = withheld: figure not meant for this export
place-cell = cell {$cell}
code-system-siret = SIRET
code-system-naf = NAF
code-system-insee = Insee commune
code-system-rome = ROME
code-system-respondent = survey
cli-written = Files written:
error-file-exists = a file of this name is already there, nothing is written (choose another folder, or --force): {$path}
error-no-commune = no known commune for {$code}
error-many-communes = {$code} has more than {$most} communes: a drop-down list can no longer be used; choose a smaller territory, or let the employer type the commune
error-no-establishments = no table of the survey's establishments among the files (enquete_etablissements)
error-no-occupations = no respondent filled the table of occupations (enquete_metiers): there is no need to estimate
error-no-register = no register of establishments among the files of --frame (population_etablissements, or SIRENE stock)
error-no-answer = nobody answered on this territory: nothing to weight
error-more-answers = a cell holds {$answers} { FORM($answers, "answer", "answers") } for {$register} { FORM($register, "establishment", "establishments") } of the register: check the register or the size classes
error-register-too-small = the register holds {$register} { FORM($register, "establishment", "establishments") } where {$answers} { FORM($answers, "establishment", "establishments") } answered: it is not the register of this survey, and each answer would stand for itself alone; check the counts of establishments, NAF sections, size classes and territory, or remove the register
error-weighing = weighting is impossible ({$detail})
error-out-is-a-file = “{$path}” would be a folder: --out expects a folder, where several files are written; for example --out {$hint}
error-bounds = malformed bounds: {$text} (expected: two numbers around 1, like 0.3,3)
error-take-all = --take-all expects a number of employees above zero
error-replicates = at most {$most} replicates
survey-kit-title = Jobs and skills of the territory
survey-kit-collector = [organisation to be filled in]
survey-kit-contact = [address to be filled in]
survey-kit-blank = To be filled in before sending: {$list}
survey-collect-files = Wave {$wave}: {$files} { FORM($files, "file", "files") }, of which {$kept} taken, {$duplicates} { FORM($duplicates, "duplicate", "duplicates") }, {$replaced} replaced by a later version, {$refused} refused
survey-collect-rows = {$establishments} { FORM($establishments, "establishment", "establishments") }, {$occupations} { FORM($occupations, "row", "rows") } of occupations, {$wishes} { FORM($wishes, "training wish", "training wishes") }
survey-collect-nothing = no questionnaire could be taken, nothing is written
survey-collect-private = The folder {$file} holds names, SIRET, addresses and answers: keep it apart, do not pass it on.
survey-same-bytes = {$file} is the same file as {$of}
survey-same-answers = {$file} has the same answers as {$of}
survey-version-replaced = {$left} ({$lefton}) is replaced by {$kept} ({$kepton}), {$by}: answers changed, {$changed}
survey-by-siret = same SIRET
survey-by-number = same survey number
survey-no-date = no date
survey-match-none = no ROME card above the score asked for
survey-match-line = {$rome} {$label} — score {$score} — {$reason} (“{$title}”)
label-reason-own-dictionary = your dictionary
label-reason-exact = exact job title
label-reason-same-words = same words
label-reason-inflection = same words, but for gender and number
label-reason-abbreviation = abbreviation expanded
label-reason-typo = typing error
label-reason-similar = words and letters in common
survey-answers = {$territory}: {$asked} { FORM($asked, "establishment", "establishments") } asked, {$answered} { FORM($answered, "answer", "answers") } ({$rate}), {$refused} { FORM($refused, "refusal", "refusals") }, {$notreached} not reached; out of scope: {$outofscope}
survey-everywhere = The whole survey, of no territory
survey-register = Register: {$register} { FORM($register, "establishment", "establishments") }, of which {$share} answered; the weights stand for {$represented}
survey-basis-unweighted = Weights: none. Without a register each respondent counts for one, and figures hold for respondents only.
survey-basis-given = Weights: those of the file.
survey-basis-groups = Weights: register over answers, by group of cells; not calibrated.
survey-basis-calibrated = Weights: register over answers, by group of cells, calibrated on the margins of the register.
survey-coverage-lines = Coverage, by sector, by size, then by sector and size (employees are those of the register, to the point):
survey-coverage-line = {$cell}: {$answered} { FORM($answered, "answer", "answers") } of {$asked} asked; {$share} of the establishments
survey-coverage-line-headcount = {$line}, {$share} of their employees
survey-groups = Weighting groups:
survey-group = {$cells}: {$establishments} { FORM($establishments, "establishment", "establishments") }, respondents: {$respondents}, weight {$weight}
survey-group-alone = {$cells} (take-all stratum): each for itself alone, respondents: {$respondents}
survey-merges = Merges, for want of respondents:
survey-merge-adjacent-size = {$cells} (respondents: {$respondents}) joins {$into}: neighbouring size of the same sector
survey-merge-adjacent-sector = {$cells} (respondents: {$respondents}) joins {$into}: neighbouring sector of the same size
survey-thin = Groups still too thin:
survey-margins-met = Margins met:
survey-margin = {$name}: {$total} (before calibration: {$before})
survey-margin-size = size {$list}
survey-margin-sector = section {$list}
survey-margin-headcount = employees, section {$list}
survey-margins-given-up = Margins given up:
survey-kind-size = size classes
survey-kind-sector = sectors
survey-kind-headcount = employees by sector
survey-calibration-weights = the initial weights are not those of the respondents
survey-calibration-initial-weight = an initial weight is negative or unreadable
survey-calibration-bounds = the bounds {$low} and {$high} do not enclose 1
survey-calibration-empty-margin = no respondent in {$list}
survey-calibration-inconsistent = the margins contradict each other: {$margin} is {$stated} in the register, the others make it {$implied}; at fault: {$list}
survey-calibration-not-converged = calibration does not converge; the farthest margin is {$list}
survey-calibration-negative-weights = {$count} { FORM($count, "weight", "weights") } would become negative; the margin that pulls most is {$list}
survey-calibration-ratio-out-of-bounds = {$count} { FORM($count, "ratio of weights would", "ratios of weights would") } leave the interval {$low} to {$high}; the margin that pulls most is {$list} (ratio asked for: {$ratio})
survey-cost = What weighting costs:
survey-spread = weights from {$least} to {$most}, coefficient of variation {$variation}
survey-effect = Kish's design effect {$effect}: {$n} { FORM($n, "respondent is worth", "respondents are worth") } {$effective}
survey-ratios = ratio of final to initial weight from {$least} to {$most}; at the bounds: {$bounded}
survey-beware = Beware:
survey-large-missing = large establishments without an answer, for which nobody stands: {$shown}
survey-large-not-asked = large establishments of the register that are not in the survey: {$shown}
survey-unplaced = asked without a sector or a size class, left out of the weighting: {$shown}
survey-beyond-register = more establishments asked than in the register: {$list}
survey-no-bias = The intervals do not hold what those who did not answer would have said otherwise.
survey-stateless = Without a project, secrecy is judged on this output alone: do not compare two outputs made with other answers, another register or another weighting.
survey-bootstrap = Bootstrap standard errors: {$replicates} { FORM($replicates, "replicate", "replicates") } calibrated again, {$failed} left out, seed {$seed}.
survey-labels = Labels without a code: {$understood} { FORM($understood, "row", "rows") } matched to ROME, {$without} { FORM($without, "row", "rows") } left aside.
survey-dominated = Beware: at least one of the figures below tells another story without one or two of its respondents. Which one, and by how much, is read in the window (Survey, Dominant respondents); printed, the difference would give their answer.
survey-all-occupations = All occupations
survey-establishments = {$shown} responding establishments
survey-uncounted = number of establishments not given, {$why}
survey-value = {$value} (95% interval: {$range})
survey-range = {$low} to {$high} (95% interval)
survey-bootstrap-error = bootstrap standard error {$error}
survey-error-below = far smaller than the interval: it sees only the answers received, few or alike; the interval is what counts
column-error-remark = Remark
survey-drawn = drawn towards all occupations {$value}
survey-unweighted = unweighted {$value}
survey-unweighted-hidden = unweighted: withheld, with the weights it would give an answer away
survey-stated = Causes of difficulty named (share of the establishments that give one; several answers)
survey-stated-head = {$label} ({$n} give a cause, {$declaring} declare difficulties)
survey-stated-few = a hidden number
sheet-causes-hidden = {$count ->
    [one] {$count} cause hidden for secrecy
   *[other] {$count} causes hidden for secrecy
}
survey-n = {$n} { FORM($n, "answer", "answers") } of {$base} { FORM($base, "establishment", "establishments") } concerned
survey-n-total = {$n} { FORM($n, "answer", "answers") } of {$base} { FORM($base, "respondent", "respondents") }, those without any counting for zero
survey-no-answer = no answer
survey-refusal-too-few = no value: {$n} { FORM($n, "answer", "answers") }, {$least} are needed
survey-refusal-no-interval = no value: the answers give no interval
survey-refusal-too-wide = no central value: the interval departs from it by more than {$widest}
survey-share-too-wide = very uncertain: the interval counts, not the share
issue-unopened = the file could not be read: {$detail}
cli-skipped = Left out of the folders: {$list}
cli-skipped-hidden =
    { $count ->
     [one] {$shown} hidden file or folder
    *[other] {$shown} hidden files or folders
    }
cli-skipped-locks =
    { $count ->
     [one] {$shown} lock file (~$…)
    *[other] {$shown} lock files (~$…)
    }
cli-skipped-links =
    { $count ->
     [one] {$shown} link
    *[other] {$shown} links
    }
cli-skipped-deep =
    { $count ->
     [one] {$shown} folder too deep (more than eight levels)
    *[other] {$shown} folders too deep (more than eight levels)
    }
cli-skipped-closed =
    { $count ->
     [one] {$shown} folder that cannot be listed
    *[other] {$shown} folders that cannot be listed
    }
table-needs = Needs
table-needs-about = What employers tell of each occupation, weighted on the register, with its 95 % interval, non-response bias left out. A hidden figure says why. Answers: all who answered, those without the occupation counting for zero; Establishments: those that have it.
table-needs-sectors = Needs by sector
table-needs-sectors-about = What the employers of each sector of activity declare, all occupations together, weighted on the register, with its 95 % interval, without non-response bias. A hidden figure says why. Answers: all who answered, other sectors counting for zero; Establishments: those of the sector.
needs-unweighted = {$name}, respondents alone
audience-young = young people of 16 to 25
audience-disabled = disabled workers
audience-insertion = employees on contracts of insertion (CUI, CDDI)
content-certifying = certifying training
content-blocks = blocks of a certification
content-short-adaptation = short adaptation to a job
content-short-access = short access programme
content-tutoring = tutoring in the firm
contract-cdi = permanent contract (CDI)
contract-cdd = fixed-term contract (CDD)
contract-professionnalisation = contrat de professionnalisation
contract-apprentissage = apprenticeship
contract-saisonnier = seasonal contract
contract-interim = temporary work
funding-title = Devices worth checking for this training
funding-asked = Asked: {$list}
funding-asked-hours = {$hours} { FORM($hours, "hour", "hours") }
funding-asked-size = firm of {$count} { FORM($count, "employee", "employees") }
funding-asked-group = as a group
funding-asked-one-person = one person at a time
funding-asked-nothing-promised = no contract promised
funding-asked-contract = {$name} of {$months} { FORM($months, "month", "months") }
funding-asked-start = starting on {$date}
funding-asked-rules = rules of {$date}
funding-none = No known device fits.
funding-refused = Left aside
funding-never-a-promise = Leads to check, never promises: the body named decides.
funding-heading = {$name} ({$title})
funding-own = rule of {$file}
funding-confirm = to be confirmed with: {$ask}
funding-source = source: {$source}; checked on {$date}
funding-source-stale = source: {$source}; not checked since {$date}, over a year
funding-payers = paid by: {$list}
funding-because = fits: {$list}
funding-amounts = amounts: {$list}
funding-open = to be confirmed: {$list}
funding-ground-period = in force
funding-ground-period-from = in force since {$from}
funding-ground-period-to = in force until {$to}
funding-ground-period-both = in force from {$from} to {$to}
funding-ground-audience = audience: {$name}
funding-ground-content = content: {$name}
funding-ground-hours = {$hours} { FORM($hours, "hour", "hours") }: {$rule}
funding-ground-contract = contract promised: {$name}
funding-ground-territory = territory: {$name}
funding-refusal-ended = ended on {$date} ({$why})
funding-refusal-replaced = ended on {$date}, replaced by: {$name}
funding-refusal-not-yet = not before {$date}
funding-refusal-unverified = rule not verified: never suggested
funding-refusal-territory = only in: {$list}
funding-refusal-audience = only for: {$list}
funding-refusal-content = only for: {$list}
funding-refusal-group = for a group only
funding-refusal-one-person = for one person at a time only
funding-refusal-too-short = too short: {$hours} { FORM($hours, "hour", "hours") } at least
funding-refusal-too-long = too long: {$hours} { FORM($hours, "hour", "hours") } at most
funding-refusal-contract = contract to promise: {$list}
funding-refusal-contract-short = {$name} too short: {$months} { FORM($months, "month", "months") } at least
funding-refusal-too-late = to be filed by {$date} at the latest
funding-open-content = content (accepted: {$list})
funding-open-hours = length of the training
funding-open-territory = territory (only in: {$list})
funding-open-contract = contract to promise (accepted: {$list})
funding-open-months = length of the {$name} ({$months} { FORM($months, "month", "months") } at least)
funding-open-exceptional = exceptional length ({$rule})
funding-open-unverified-hours = limit not verified ({$rule})
funding-open-agreement = written agreement between employer and employee
funding-open-file-by = filed by {$date} at the latest
funding-open-file-before = filed {$days} { FORM($days, "day", "days") } before the start at the latest
funding-hours-between = {$least} to {$most} { FORM($most, "hour", "hours") }
funding-hours-most = {$most} { FORM($most, "hour", "hours") } at most
funding-hours-least = {$least} { FORM($least, "hour", "hours") } at least
funding-hours-any = any length
funding-hours-months = {$hours}, over {$months} { FORM($months, "month", "months") } at most
funding-contract-months = {$name} of at least {$months} { FORM($months, "month", "months") }
funding-condition = {$text} ({$condition})
funding-unverified = {$text} [not verified]
funding-range = {$low} to {$high}
funding-amount-per-hour = €{$euros} an hour and person
funding-amount-per-hour-in-all = €{$rate} an hour, hence €{$euros} a person
funding-amount-average = €{$euros} a person on average
funding-amount-at-most = €{$euros} a person at most
funding-amount-left-to-pay = €{$euros} left to the person
funding-amount-to-employer = €{$euros} to the employer a contract
device-fault-line = {$path}, line {$line}: {$fault}
device-fault-place = {$path}, line {$line}, device "{$device}": {$fault}
device-fault-syntax = not a list of devices ({$detail}). Begin with a copy of assets/params/financing.ron
device-fault-empty = {$field} is empty. Every device has a name, an audience, a source and a body to ask
device-fault-date = {$field}: "{$found}" is not a date (expected: 2026-01-31)
device-fault-unknown = {$field}: "{$found}" is unknown. Accepted: {$known}
device-fault-territory = {$field}: "{$found}" is not a territory (expected: reg:84, dep:15, be:8450)
device-fault-order = {$field}: the least is above the most
device-fault-amount = {$field}: "{$found}" is not an amount in euros
device-fault-ended = an ended device (Ended) has its last day in valid_to
device-fault-twice = two devices have this identifier
device-fault-successor = successor: no device "{$found}"
error-audience = unknown audience: {$found}. Audiences: {$known}
error-content = unknown content: {$found}. Contents: {$known}
error-contract = unknown contract: {$found}. Expected: none, or one of {$known}, with its months (cdd:6)
error-date = malformed date: {$found} (expected: 2026-03-01 or 01/03/2026)
choice-proof-optimal = proven: no choice does better
choice-proof-gap = possible gap of {$share}: no choice goes beyond {$bound}
choice-objective-stay = trained people who stay in a tense occupation (expected)
choice-objective-cautious = trained people who stay in a tense occupation (low end of the interval)
choice-objective-places = useful places
choice-excluded-no-funder = no funder with a budget may pay for it
choice-excluded-over-budget = its smallest session costs €{$cost}, its funders can pay €{$available}
choice-excluded-above-caps = a place costs €{$cost}, its funders may pay no more than €{$most} for each
choice-excluded-too-late = cannot begin before {$start}; {$latest} was the latest
choice-excluded-nothing-gained = would bring nothing: no need, or nothing expected
choice-excluded-provider = the provider has {$places} { FORM($places, "place", "places") } only, the least group has {$group}
choice-left-impossible = with it no choice respects the rules
choice-left-as-good = as good as what is chosen: taking it would lose nothing
choice-left-one-occupation-more = would be chosen with one occupation more
choice-left-need-met = the sure need of the occupation ({$places} { FORM($places, "place", "places") }) is covered already
choice-left-provider-full = all places of the provider ({$places}) are taken already
choice-left-outbid = brings {$own} for €1,000, less than {$name} ({$other})
choice-left-does-not-fit = brings {$own} for €1,000, more than {$name} ({$other}), but its group does not fit in what is left
choice-loss = forcing it in would lose {$loss}
choice-between = between {$low} and {$high}
choice-at-least = at least {$low}
choice-more = €{$step} more ({$funder}): the objective would gain {$gain}
choice-survival = chosen in {$share} of cases when gains and costs are drawn {$count} times within their intervals; proven optimal for {$proven} { FORM($proven, "draw", "draws") }
choice-flaw-group = {$name}: impossible group or number of sessions
choice-flaw-cost = {$name}: a cost is not a sum
choice-flaw-brings = {$name}: what it brings is not an ordered interval
choice-flaw-share = {$name}: a share of funding outside 0 to 100%, or a funder named twice
choice-error-twice = two programmes have the identifier {$name}
choice-error-budget = the budget of {$name} is not a sum
choice-error-floor = floor of {$floor} { FORM($floor, "place", "places") } for {$target} cannot be met: {$most} at most
choice-error-floors = the floors cannot all be met
choice-error-not-found = no choice found within the limit of work; there may be one
choice-error-funders = {$count} funders at most
choice-error-solver = the computation failed ({$detail})

# Training supply against needs.
link-decided = decided by the user
link-code = ROME code {$rome} written in the row, {$share} of the card in this occupation
link-card = ROME card {$rome} of its certification, {$share} of the card in this occupation
link-field = to be confirmed: {$score} of the certifications of its Formacode lead to card {$rome}
link-text = to be confirmed: title close to card {$rome} (score {$score}, {$reason})
link-kind-decided = decided
link-kind-code = official code
link-kind-card = certification card
link-kind-field = Formacode, to be confirmed
link-kind-text = title, to be confirmed
link-kind-official = official passage
link-kind-said = written in the file
links-share = {$kind}, {$share}
links-node = {$title} – link: {$stands}
links-left = and {$shown} { FORM($count, "more, in the table", "more, in the table") }
layer-occupation = Occupation
layer-rome = ROME card
layer-certification = Certification
layer-formacode = Formacode
layer-offer = Offer
table-links = Links of an occupation
table-links-about = From the occupation to the offers. Under each box, what the link stands on; dashed, what is to be confirmed and does not count. What has ended is left aside.
column-link-from = From
column-link-from-layer = Kind of the start
column-link-to = To
column-link-to-layer = Kind of the end
column-link-nearness = Share or score
modality-on-site = on site
modality-mixed = mixed
modality-remote = at a distance
need-basis-survey = from the employer survey
need-basis-hires = at most, from hiring projects other than seasonal
gap-lack = lack
gap-surplus = surplus
gap-undetermined = undetermined
gap-either = from a surplus of {$surplus} to a lack of {$lack}
gap-either-lack-open = from a surplus of {$surplus} to a lack whose size nothing tells
gap-either-surplus-open = from a surplus whose size nothing tells to a lack of {$lack}
horizon-1y = 1 year
horizon-3y = 3 years
horizon-5y = 5 years
allocation-equal = trained people shared equally
allocation-demand = trained people shared by hiring projects
allocation-openings = projects shared among programmes
allocation-observed = observed destinations
balance-missing-survey = no answer of employers on this occupation
balance-missing-hidden = answers of employers are covered by secrecy: they do not count here
balance-missing-turnover = departures other than retirement unknown: at most as many as hiring projects other than seasonal
balance-missing-pool = no job seeker of this occupation in the files: the gap is the one before the pool
balance-missing-places = some offers say neither entries nor enrolment: they give bounds only
balance-missing-rates = rates of access to employment or of continuation are missing, or are of too few people
balance-missing-retention = the part of trained people who stay on the territory is the interval of the method
balance-missing-beyond = offers farther off are not counted
balance-missing-proposals = proposed links wait to be confirmed
balance-biased-down = published rates of insertion leave out the self-employed, private households and part of farming: here they are too low
verdict-not-training = not training
verdict-not-taken = supply exists, people do not go
verdict-adapt = adapt the supply
verdict-extend = open more places
verdict-open = open a course
verdict-duplicate = duplicate a proven programme
verdict-pool = pool with a neighbouring basin
verdict-distance = at a distance or on the job (AFEST)
verdict-ask-employers = undetermined, ask employers
verdict-why-no-flag = no pressure is flagged on this occupation.
verdict-why-causes-unknown = the loaded data do not tell the causes of the pressure.
verdict-why-other-lever = from the published causes, {$lever}.
verdict-why-short-adaptation = attractiveness is the first cause, but employers name skills: a short adaptation only.
verdict-why-not-followed = {$local} { FORM($local, "offer", "offers") } within reach, but only {$taken} of the places are taken.
verdict-why-enough = those who train and the pool already cover the need (indicative gap over three years: {$gap}).
verdict-why-proven = people are lacking (indicative gap over three years: {$gap}) and a programme has already worked.
verdict-why-access = people are lacking (indicative gap over three years: {$gap}) for an accessible occupation: a short module of access, for other publics.
verdict-why-full = people are lacking (indicative gap over three years: {$gap}) and {$local} { FORM($local, "offer exists", "offers exist") } within reach.
verdict-why-few-near = the lack (indicative gap over three years: {$gap}) does not fill a group; {$beyond} { FORM($beyond, "offer", "offers") } in a neighbouring basin.
verdict-why-few = the lack (indicative gap over three years: {$gap}) does not fill a group and nothing exists around.
verdict-why-none-local = people are lacking (indicative gap over three years: {$gap}) and no offer is within reach.
verdict-why-size-unknown = people are lacking (indicative gap over three years: {$gap}), but nothing tells whether a group would fill.
verdict-why-gap-unknown = depending on the assumptions, people are lacking or there are enough of them (indicative gap over three years: {$gap}).
unfed-no-hires = no hiring project declared on the territory for the occupations aimed at
unfed-surplus = more people than posts for {$codes}
supply-verdict = Training
supply-need-3y = Need, 3 years
supply-entrants-1y = Entrants per year
supply-gap-3y = Indicative gap, 3 years
supply-offers = Offers
supply-linking = {$file}: {$rows} { FORM($rows, "offer", "offers") }, linked by decision {$decided}, by their code {$code}, by their certification {$card}, to be confirmed {$proposed}, not linked {$none}
supply-unfed = Supply within reach that feeds no need:
supply-to-confirm = {$count} to be confirmed
supply-unknown = unknown
supply-above-nought = more than 0
supply-at-least = at least {$count}
supply-at-most = at most {$count}
supply-needs = Posts that need trained people
supply-horizon = {$horizon}: need {$need}, indicative gap {$gap} ({$sign}), coverage {$coverage}
supply-initial = Entrants per year, initial training
supply-continuing = Entrants per year, continuing training
supply-pool = Usable pool
supply-missing = What is missing:
supply-offers-linked = Linked offers:
supply-offers-proposed = Offers to be confirmed, which do not count:
supply-minutes = {$count} min
supply-kilometres = {$count} km
supply-places = {$count} { FORM($count, "place", "places") }
supply-came = {$count} entered
supply-hours = {$count} h
supply-price = €{$count}
supply-no-places = places not said
error-within = unreadable distance: “{$text}”; write 30km or 45min
error-occupation-here = occupation {$code} has no row here in the BMO survey of {$year}
links-none-chosen = Choose a row to confirm or refuse its link with the occupation.
links-chosen = {$title} → {$label} ({$kind})
links-right = Link is right (Enter)
links-wrong = Link is wrong (Delete)
links-forget = Forget the decision
supply-quiet =
    { $count ->
     [one] 1 occupation that nothing flags is not in this list.
    *[other] {$shown} occupations that nothing flags are not in this list.
    }

## Candidate programmes and the best use of a budget

edit-planning = programmes
plan-euros = €{$sum}
plan-name = {$occupation}: {$format}, {$audience}
proposal-format-certifying = certifying training
proposal-format-short-adaptation = short adaptation to the job
proposal-format-short-access = short access programme
proposal-from-offers = { $count ->
    [one] one offer
   *[other] {$count} offers
}
proposal-from-catalogue = { $count ->
    [one] hourly price of an offer of another occupation
   *[other] hourly price of {$count} offers, all occupations
}
proposal-from-method = choice of the tool, to be replaced by what you know
proposal-from-user = entered
plan-interval = {$low} to {$high}
plan-known = {$value} ({$from})
plan-known-between = {$value} ({$bounds}); {$from}
plan-cost-unknown = unknown cost: no offer of continuing education tells it; to be supposed (by the hour or the place), or entered
plan-hours-unknown = unknown length
plan-hours = {$hours} h
plan-need-gap = the indicative gap over three years, divided by three and by the share of those who stay
plan-need-projects = from the hiring projects of the year, without taking off those already in training nor qualified job seekers: an order of size
plan-need-wide = {$bounds}; {$from}
plan-need-unsure = from {$bounds}: the data do not tell how many, ask employers before setting a number; {$from}
plan-group = {$places} places per session, { $sessions ->
    [one] one session
   *[other] {$sessions} sessions
} at most
plan-any-funder = any funder
risk-need-unconfirmed = the need is not sure: employers must confirm it
risk-no-provider = no provider of the region teaches it yet in continuing education
risk-no-device = no known financing device suits
risk-stale-rule = a rule of financing was not checked again for a year
risk-small-group = the need of a year does not fill a group
risk-cost-unknown = unknown cost: to be asked before any choice
risk-cost-assumed = assumed cost, to be asked of the provider
risk-outcomes-assumed = completion, access to work or stay are assumed
risk-presumed = tension presumed from the rungs above
risk-leakage = the trained will leave if jobs do not change
risk-certification-ends = the certification aimed at ends within a year
risk-no-certification = no certification in force leads to it
measure-opened = places opened
measure-entered = entered training
measure-completed = completed it
measure-employed-6 = in work at six months, of those who completed
measure-present-12 = still in the occupation on the territory at twelve months, of those hired
supposition-departures = departures at {$percent}% of what is expected
supposition-posts-opened = { $count ->
    [one] one post opened
   *[other] {$count} posts opened
} in three years: {$name}
supposition-posts-closed = { $count ->
    [one] one post closed
   *[other] {$count} posts closed
} in three years: {$name}
supposition-places = { $count ->
    [one] one place more
   *[other] {$count} places more
} a year: {$name}
supposition-lifted = a brake lifted everywhere: {$cause}
supposition-lifted-one = a brake lifted: {$cause} ({$name})
supposition-budget = budgets at {$percent}%
plan-none = No candidate programme: training is the lever of no flagged occupation, or supply exists that is not followed.
plan-no-budget = Without a budget nor a limit nothing is chosen: here are the candidate programmes. Give a budget with --budget, or without money a limit with --max-places, --max-occupations or --floor.
plan-candidates = Candidate programmes
plan-budget-of = {$funder}: {$sum}
plan-budgets = Budget: {$list}
plan-objective = Objective: {$objective}: {$value}
plan-chosen = Chosen
plan-chosen-none = none: see why below
plan-left = Left, and why
plan-set-aside = set aside by hand
plan-taken = { $places ->
    [one] one place
   *[other] {$places} places
} in { $sessions ->
    [one] one session
   *[other] {$sessions} sessions
}, {$cost}; {$people} people who stay ({$bounds})
plan-paid = paid by: {$list}
plan-line-need = useful places in a year: {$text}
plan-line-group = group: {$text}
plan-line-hours = length: {$text}
plan-line-cost = cost of a place: {$text}
plan-line-stays = of a hundred who begin, stay in the occupation on the territory: {$text}
plan-line-provider = nearest provider that teaches it: {$text}
plan-line-devices = devices to check: {$text}
plan-line-risks = risks: {$text}
plan-commitment = commitment of employers required: without it, do not open
plan-not-training = Flagged occupations without a line of training
plan-reading = A plan is a proposal to be discussed: financing is to be confirmed, gains are intervals and not forecasts.
error-budget-twice = two budgets for one funder ({ $funder }): give one, their sum
error-budget = “{$found}” is not a budget: a sum in euros, or “funder=sum”
error-objective = “{$found}” is not an objective ({$known})
error-floor = “{$found}” is not a floor: “public=places” or “naf:Q=places” (section of NAF, A to U), publics: {$known}
plan-scenario = Scenario “{$name}”
plan-scenario-objective = People who stay: {$before} without it, {$after} with it
plan-scenario-moved = {$name}: {$before} { FORM($before, "place", "places") }, then {$after}
plan-scenario-gone = is no longer a candidate: {$name}
plan-scenario-come = becomes a candidate: {$name}
plan-nothing = nothing
error-scenario = “{$found}” is not a scenario of the project ({$known})
table-stated = Causes named by occupation
table-stated-sectors = Causes named by sector
table-stated-about = Why employers find it hard to hire, as they say: share of the establishments that name each cause, among those that declare difficulties and give at least one. Several answers: shares exceed 100% together. Interval of 95%, without non-response bias. These causes are shown beside the national classes, never in their place.
stated-weighted = Shares with the weights of the survey, those of the respondents alone beside them.
stated-unweighted = Without weights: these shares are those of the respondents and hold for them only.
stated-none = Difficulties, no cause given
stated-cause-shortage = too few candidates
stated-cause-skills = profile, skills
stated-cause-conditions = conditions, hours
stated-cause-pay = pay
stated-cause-mobility = mobility, housing
stated-cause-image = image of the job
stated-cause-competition = competition
stated-cause-season = season
stated-cause-other = other cause
column-stated-cause = Cause named
column-stated-share = Share of establishments
column-stated-answers = Establishments naming a cause
column-stated-base = Establishments in difficulty

## Window: programmes, budget, scenarios

planned-as-candidates = Candidate programmes
planned-as-budget = Budget and choice
planned-as-scenarios = Scenarios
planned-as-levers = Other levers
planned-as-unfed = Supply to stop
planned-as-flagged = All flagged occupations
planned-choosing = searching for the best choice…
planned-stop = Stop the search
planned-stopped = search stopped: what is shown is the last choice that ended
planned-again = Search again
planned-failed = Planning failed on these files. The rest of the application is not affected.
planned-all = all
planned-choose = choose…
planned-chosen-only = chosen ones only
planned-forget-all = Back to computed everywhere
planned-no-budget = Without a budget nor a limit nothing is chosen. Give one in “Budget and choice”.
planned-ask-budget = Give a budget, or a limit (places in all, occupations, public, date): the best choice is searched at once, and again with every change.
planned-is-chosen = Chosen: {$text}
planned-is-left = Left: {$text}
planned-set-aside = set this programme aside, whatever the budget
planned-terms = Terms
planned-terms-about = What is computed says where it comes from; what you enter replaces it, and the computed stays beside.
planned-term-least-group = Places of a session, at least
planned-term-most-group = Places of a session, at most
planned-term-sessions = Sessions a year, at most
planned-term-hours = Hours for one person
planned-term-place-cost = Cost of a place (€)
planned-term-session-cost = Fixed cost of a session (€)
planned-term-lead = Weeks before the first day
planned-term-needed-by = Must have begun by
planned-term-stays = Of 100 who begin, work and stay
planned-term-provider = Training body
planned-computed = computed: {$text}
planned-back = Back to computed ({$name})
planned-unread = “{$found}” cannot be read here
planned-unread-of = “{$found}” cannot be read ({$name})
planned-places = {$count} { FORM($count, "place", "places") }
planned-weeks = {$count} { FORM($count, "week", "weeks") }
planned-sessions-from-need = {$count} (from the need and the size of the group)
planned-session-cost-none = €0: all is counted in the cost of a place
planned-no-date = no deadline
planned-no-provider = to be found: no linked offer within the region
planned-provider-nearest = {$name} (nearest linked offer)
planned-note = Note
planned-one-session = One session
planned-session-of = {$places} { FORM($places, "place", "places") }: {$sum}
planned-could-start = Could begin
planned-certifications = Certifications aimed at
planned-certification-until = {$text}, registered until {$date}
planned-providers = Candidate training bodies
planned-refused = Devices refused, and why ({$count})
planned-commitments = Commitment of employers and lead
planned-commitment-free = The diagnosis asks for no commitment; a promise to hire opens financing.
planned-also = Other publics that could join
planned-achievement = Indicators of achievement
planned-result = Indicators of result
planned-no-risk = no risk seen in the files
planned-budgets = Budgets
planned-budgets-none = No budget: limits alone (places, occupations, public, date) can choose.
planned-budget-of = Budget, {$name} (€)
planned-budget-remove = Remove ({$name})
planned-funder = Funder
planned-known-funders = known…
planned-sum = Sum (€)
planned-budget-add = Add this budget
planned-limits = Objective and limits
planned-objective = What is to be made as large as can be
planned-most-occupations = Occupations, at most
planned-latest-start = Begins at the latest on
planned-limits-empty = empty: no limit
planned-floors = Places kept for a public or a sector, at least
planned-floor-for = Public or sector
planned-floor-add = Keep places
planned-floor-remove = Remove ({$name})
planned-capacities = Places of a training body, at most
planned-spent = { $places ->
    [one] One place, spent: {$list}
   *[other] {$places} places, spent: {$list}
}
planned-levers-none = Every flagged occupation has a candidate programme at least.
planned-unfed-none = No supply within reach is without a need, or nothing allows to tell.
scenarios-about = A scenario supposes that the world changes. Everything is computed again beside what is without it; nothing else is modified.
scenarios-name = Name of the scenario
scenarios-add = Create the scenario
scenarios-taken = this name is taken
scenarios-rename = Name
scenarios-remove = Delete “{$name}”
scenarios-empty = Supposes nothing yet.
scenarios-without = Remove: {$text}
scenarios-suppose = Suppose
scenarios-kind = What changes
scenarios-kind-departures = departures, more or fewer
scenarios-kind-posts = posts opened or closed
scenarios-kind-places = more training places
scenarios-kind-lifted = brake lifted
scenarios-kind-budget = budgets
scenarios-kind-total = overall
scenarios-number-departures = By how much (%, −20 for fewer)
scenarios-number-posts = Posts over three years (−30 if they close)
scenarios-number-places = More places a year
scenarios-number-budget = To what level (50%: half)
scenarios-cause = Brake
scenarios-everywhere = everywhere
scenarios-suppose-add = Add to the scenario
scenarios-incomplete = an occupation or a readable number is missing
scenarios-baseline = Without a scenario
scenarios-first = Compare
scenarios-second = and
scenarios-no-one = none
scenarios-none = Create a scenario, or choose one to compare.
scenarios-counts = places changed for {$moved} { FORM($moved, "programme", "programmes") }, {$gone} no longer { FORM($gone, "a candidate", "candidates") }, {$come} { FORM($come, "becomes one", "become so") }
scenarios-same = same
scenarios-what = What is compared
scenarios-of = Kind
scenarios-total-objective = Objective reached
scenarios-total-spent = Spent (€)
scenarios-total-places = Places chosen
scenarios-total-occupations = Occupations chosen
scenarios-total-candidates = Candidate programmes
scenarios-total-training = Occupations whose verdict asks for training
training-as-offers = Offers and links
training-as-links = Links of an occupation
training-as-balances = Need, entrants, gap
training-as-body = Catalogue of a body
training-as-company = Headcount of a company
body-about = What a catalogue covers, does not cover or covers too much on the territory chosen above. For another basin within reach, change the territory.
body-add = Add a catalogue…
body-sheet = Make the gap sheet
body-as-positions = Occupations
body-as-unfed = Offers without a known need
body-no-position = No occupation of the territory concerns this catalogue.
body-no-unfed = No linked offer of this catalogue is without a known need.
body-stance = {$stance}: {$count}
company-window = The occupations of a company against the territory chosen above: who leaves and when, what it hires, what the territory lacks too, what can be prepared with others.
company-kit = Make the company kit
employed-choose = Choose the headcount of a company…
employed-forget = Forget this file
employed-about = A table with one row per occupation: “metier_entreprise”, “effectif”, ages (“age_moins_30”, “age_30_49”, “age_50_54”, “age_55_59”, “age_60_plus”), “embauches_prevues_12m”, and if possible “code_rome”, or “code_fap” and “version_fap” (docs/layouts.md). The file is neither kept nor noted in the project, and enters no result of the territory.
employed-read = {$file}: {$kept} { FORM($count, "occupation read", "occupations read") }, {$refused} { FORM($none, "row refused", "rows refused") }.
employed-issues = {$count} { FORM($count, "remark", "remarks") } on this file
balances-flagged-only = flagged occupations only
balances-flows = What comes in
balances-missing = What is missing to tell it better
balances-horizon = Horizon
balances-need = Need
balances-gap = Indicative gap
balances-sign = Sign
balances-entrants = Entrants
balances-pool = Pool
balances-drawn = Over three years, in people; an arrow: an end that is not known.
balances-covered = {$sign}, {$share} covered
balances-rules = The gap over three years by rule of sharing out
table-candidates = Candidate programmes
table-candidates-about = One programme for each occupation, format and public. Choose a row to see where each figure comes from and change it.
table-choice = Choice
table-choice-about = What is chosen under the budgets and limits, then what is left and why.
table-levers = Other levers
table-levers-about = Flagged occupations without a line of training: what acts first is written.
table-unfed = Supply to stop
table-unfed-about = Supply within reach that feeds no need here. To be checked before anything is stopped: an offer may serve another basin, and an occupation whose gap is undetermined keeps all of its own.
table-balances = Need, entrants, gap
table-balances-about = An indicative gap, never a forecast: need less entrants and pool, over three years, with its 80% interval. “Undetermined” where the sign changes between rules of sharing out or within the interval.
column-audience = Public
column-chosen-places = Places chosen
column-verdict = What to do
column-year-need = Need of a year (places)
column-place-cost = Cost of a place
column-stays = Work and stay
column-risks = Risks
column-decision = Choice
column-sessions = Sessions
column-cost = Cost
column-people = People who stay
column-survival = Chosen when redrawn
column-why = Why
column-need-3y = Need, 3 years
column-entrants-1y = Entrants a year
column-pool = Usable pool
column-gap-3y = Indicative gap, 3 years
column-gap-sign = Sign of the gap
column-gap-coverage = Coverage
column-need-basis = What the need stands on
column-offers-rings = Offers by distance
decision-chosen = chosen
decision-conditional = chosen on condition
decision-left = left
decision-unpriced = cost unknown
decision-set-aside = set aside
# Programmes that worked, to be duplicated
kind-proven-programmes = Programmes that worked
kind-company-headcount = Headcount of a company
rule-more-than-before = more people at a step than at the one before (entered, completed, in work, present)
rule-nobody-entered = nobody entered
rule-ages-exceed-headcount = more employees by age than the headcount
rule-departures-shrink = fewer departures within thirty-six months than within twelve
parameter-comparable-domain = Closeness of an experience of another occupation of the same ROME domain
parameter-comparable-weight-level = Weight of the level in the comparability of an experience
parameter-comparable-weight-audience = Weight of the public in the comparability of an experience
parameter-comparable-weight-group = Weight of the size of the group in the comparability of an experience
parameter-comparable-weight-place = Weight of the place in the comparability of an experience
parameter-comparable-weight-age = Weight of the age in the comparability of an experience
parameter-comparable-levels = Levels apart from which nothing of the level is in common
parameter-comparable-years = Years from which an experience is too old
parameter-comparable-audience = Closeness of two publics of job seekers
parameter-comparable-department = Closeness of a place within reach or in the département
parameter-comparable-region = Closeness of a place in the région
parameter-comparable-elsewhere = Closeness of a place outside the région
parameter-comparable-minimum = Comparability from which cost and outcome are taken over
parameter-proven-minimum = Comparability from which a programme that worked is to be duplicated
parameter-proven-outcome = Share of those who entered in work at six months from which a programme worked
parameter-leaving-rate-under-50 = End-of-career departures under 50, share per year
parameter-leaving-rate-50 = End-of-career departures from 50 to 54, share per year
parameter-leaving-rate-55 = End-of-career departures from 55 to 59, share per year
parameter-leaving-rate-60 = End-of-career departures from 60, share per year
proposal-from-library = { $count ->
    [one] one comparable programme of your library
   *[other] {$count} comparable programmes of your library
}
plan-line-precedent = experience to go by: {$text}
plan-precedent = {$title} ({$year}): {$entered} entered, {$completed} completed, {$employed} in work at six months, {$present} present at twelve months ({$worked}); {$score} close to what is proposed here, {$kinship} ({$why})
plan-precedent-unknown = not said
plan-precedent-worked = worked
plan-precedent-not = success not established
kinship-same = same occupation
kinship-domain = occupation of the same ROME domain
criterion-level = level
criterion-audience = public
criterion-group = group
criterion-place = place
criterion-age = age

# The catalogue of a training body
error-not-a-catalogue = no training offer in {$path}
error-not-a-headcount = no headcount of a company in {$path}; columns expected: metier_entreprise, effectif, age_60_plus and embauches_prevues_12m at least (docs/layouts.md)
stance-uncovered-title = Uncovered: people are lacking, and nothing of your catalogue leads there within reach
stance-covered-title = Covered in part: people are lacking despite your offer
stance-undetermined-title = Undetermined: the indicative gap changes sign or is not known
stance-saturated-title = Saturated: all offers together train more people than there are posts
move-open = to be opened
move-extend = to be extended: more places in your offer
move-join = other bodies already do it within reach: to be agreed with them before opening
move-adapt = to be adapted: a short module, a block or another public
move-duplicate = to be duplicated from a programme that worked
move-pool = to be pooled with a neighbouring basin
move-distance = at a distance or on the job
catalogue-counts = occupations uncovered {$uncovered} · covered in part {$covered} · undetermined {$undetermined} · saturated {$saturated} · not training {$other-lever}
catalogue-offers = offers within reach: {$own} of your catalogue, {$others} of others; {$beyond} of your catalogue farther off or at a distance
catalogue-figures = over three years, need {$need}; indicative gap {$gap}, your catalogue alone {$alone}; per year, {$entrants} { FORM($entrants, "entrant", "entrants") } of your catalogue, coverage of the need: {$coverage}
catalogue-verdict = {$verdict}: {$why}
catalogue-unfed = Of your catalogue, answers no need within reach
catalogue-unfed-line = {$title}: {$why}
catalogue-reading = An indicative gap is no forecast; nothing is to be opened where training is not the lever, nor before employers have confirmed the need.

# The headcount of a company
note-company-apart = { $count ->
    [one] The headcount of a company is loaded: it enters no result and no document of a territory.
   *[other] {$count} headcounts of companies are loaded: they enter no result and no document of a territory.
}
company-private = These figures are the company’s: nothing of them is written or kept, and no result of a territory is made of them.
company-headcount = headcount: {$count}
company-departures = departures expected: {$one} in one year, {$three} in three years, {$five} in five years ({$by})
company-known = departures already known: {$soon} in twelve months, {$later} in thirty-six months
company-hires = hires planned in twelve months: {$count}
company-without-occupation = occupation not recognised: add a ROME or FAP code
company-no-project = {$code}: no hiring project of this occupation on the territory
company-occupation = occupation: {$code} {$label}
company-occupation-by-title = occupation: {$code} {$label} (by its name, to be checked)
company-basin = {$hard}; pressure class {$class}, official class {$official}, {$status}; cause: {$cause}; lever: {$lever}
company-hard = hard to hire on the territory too
company-not-hard = no difficulty flagged on the territory
company-verdict = {$verdict}: {$why}
company-no-offer = no training offer within reach
company-offer = training within reach: {$title} — {$provider} ({$ring})
company-pool-list = To be pooled with other employers: {$list}
company-pool-none = Nothing to pool: the reason stands beside each occupation.
company-reading = An expected departure is a mean with its 80 % interval, never below the departures already known. The basin is read from public files alone: no answer of another employer is here.
departures-by-ages = by ages
departures-by-rate = at the average rate, for want of ages
departures-by-nothing = unknown headcount
parameter-group-maximum = places of a session, at most
parameter-adaptation-hours-low = hours of a short adaptation, at least
parameter-adaptation-hours = hours of a short adaptation
parameter-adaptation-hours-high = hours of a short adaptation, at most
parameter-access-hours-low = hours of a short access programme, at least
parameter-access-hours = hours of a short access programme
parameter-access-hours-high = hours of a short access programme, at most
parameter-completion-low = share of those who begin and complete, at least
parameter-completion-high = share of those who begin and complete, at most
parameter-access-to-work-low = share of leavers in work at six months, at least
parameter-access-to-work-high = share of leavers in work at six months, at most
parameter-mixed-stay-low = share of the trained who stay where jobs are in cause, at least
parameter-mixed-stay-high = share of the trained who stay where jobs are in cause, at most
parameter-lead-weeks-certifying = weeks before a certifying training
parameter-lead-weeks-adaptation = weeks before a short adaptation
parameter-lead-weeks-access = weeks before a short access programme

## Documents to be read: note, sheets, programmes, bulletin
edit-papers = documents
paper-kind-note = diagnosis note
paper-kind-occupation = occupation sheet
paper-kind-sector = sector sheet
paper-kind-programmes = list of programmes
paper-kind-body = gap sheet of a training body
paper-kind-company = company kit
paper-kind-respondent = return to a respondent
paper-kind-bulletin = bulletin
paper-kind-method = method annex
paper-note-title = Occupations under pressure and training: {$subject}
paper-occupation-title = {$subject}
paper-sector-title = Sector sheet: {$subject}
paper-programmes-title = Continuing-education programmes proposed: {$subject}
paper-body-title = Needs of the territory and catalogue: {$subject}
paper-company-title = Your occupations and the basin: {$subject}
paper-respondent-title = Your answer to the survey: {$subject}
paper-bulletin-title = Bulletin of occupations under pressure: {$subject}
paper-method-title = Method and sources: {$subject}
paper-subtitle = BMO survey {$year} · territory {$code}
paper-subtitle-place = {$territory} · BMO survey {$year}
paper-subtitle-occupation = {$place} · occupation {$code} (FAP {$edition})
paper-heading-introduction = Introduction
paper-heading-conclusions = Conclusions
paper-heading-essentials = Essentials
paper-heading-limits = What cannot be said
paper-heading-sources = Sources
paper-heading-note-context = What this note is about
paper-heading-note-loaded = Sources
paper-heading-note-list = The flagged occupations
paper-heading-note-map = The territory among its neighbours
paper-heading-note-causes = Why
paper-heading-note-levers = What is not first a matter of training
paper-heading-note-training = What training can do
paper-heading-note-comparison = Against other territories
paper-heading-note-evolution = What changed
paper-heading-note-survey = What local employers say
paper-heading-note-method = The method in a page
paper-heading-occupation-portrait = What the figures say
paper-heading-occupation-causes = Why
paper-heading-occupation-supply = Training for this occupation
paper-heading-occupation-limits = Limits
paper-heading-sector-occupations = Occupations of the sector
paper-heading-sector-survey = What employers of the sector say
paper-heading-sector-causes = The causes they name
paper-sector-causes-none = None of the causes put to them is named by employers of the sector whose answers may be shown.
paper-heading-programmes-summary = Summary
paper-heading-programmes-levers = Occupations where another lever comes first
paper-heading-programmes-unfed = Supply to look at before more is funded
paper-programmes-pages = One programme a page
paper-programmes-others = The other candidate programmes
paper-heading-body-uncovered = People are lacking, and your catalogue does not lead there
paper-heading-body-covered = People are lacking, despite your offer
paper-heading-body-undetermined = Nothing allows a conclusion
paper-heading-body-saturated = All offers together train more people than there are posts
paper-heading-body-unfed = Your offers that meet no need here
paper-heading-company-summary = Your occupations in a table
paper-heading-company-occupations = Occupation by occupation
paper-heading-company-pool = To be prepared with others
paper-heading-respondent-position = You and the other respondents
paper-heading-bulletin-moves = Entries and exits
paper-heading-bulletin-trends = Trends by family of occupations
paper-heading-bulletin-list = The list today
paper-heading-method-indicators = Indicators
paper-heading-method-parameters = Settings
paper-heading-method-devices = Financing devices
paper-heading-method-lists = Lists of codes
paper-heading-method-reading = How the figures are made
paper-method-indicators = What each figure means
paper-method-parameters = Values in use, with their source
paper-method-devices = Devices read for the programmes
paper-method-lists = Built-in nomenclatures
paper-lead =
    { $count ->
     [0] {$territory}, {$year}: none of the {$of} occupations observed is flagged as under tension by the territory’s own data.
     [one] {$territory}, {$year}: {$evidence} occupation of {$of} is flagged as under tension by the territory’s own data.
    *[other] {$territory}, {$year}: {$evidence} occupations of {$of} are flagged as under tension by the territory’s own data.
    }
paper-lead-presumed =
    { $count ->
     [0] No other is presumed so from the département, the région or France.
     [one] {$shown} more is presumed so from the département, the région or France: to be confirmed on the spot.
    *[other] {$shown} more are presumed so from the département, the région or France: to be confirmed on the spot.
    }
paper-lead-first = The surest and most wanted: {$list}.
paper-lead-training =
    { $count ->
     [0] Training is the lever of no flagged occupation.
     [one] Training is a lever for {$shown} flagged occupation.
    *[other] Training is a lever for {$shown} flagged occupations.
    }
paper-lead-another =
    { $count ->
     [0] For none does another lever come first.
     [one] For {$shown} other, training is not the first lever.
    *[other] For {$shown} others, training is not the first lever.
    }
paper-lead-undetermined =
    { $count ->
     [0] For all, the published causes suffice to name a lever.
     [one] For {$shown} occupation, the published causes do not suffice: ask employers before acting.
    *[other] For {$shown} occupations, the published causes do not suffice: ask employers before acting.
    }
paper-fact-projects = hiring projects
paper-fact-survey = BMO survey {$year}
paper-fact-projects-bounds = sum of what is published, without masked cells; {$low} to {$high} with them; {$survey}
paper-fact-share = expected by employers to be difficult
paper-fact-share-beneath = département: {$department}; France: {$france}
paper-fact-flagged = occupations flagged
paper-fact-flagged-beneath = {$evidence} by data from here, {$presumed} from the département, the région or France
paper-fact-training = occupations where training is a lever
paper-fact-training-beneath = another lever comes first for {$another}
paper-fact-posterior = difficult share, smoothed
paper-fact-interval = {$low} to {$high}, 80% interval
paper-fact-rank = rank among the territory’s occupations
paper-fact-rank-beneath = of {$of}; {$low} to {$high}
paper-fact-class = pressure class, of 5
paper-fact-class-beneath = confidence {$grade}; official class: {$official}
paper-context = This note is about {$territory} ({$code}). It reads the survey of labour needs (BMO) of France Travail for {$year} and the other files listed at the end, as of {$date}. Each figure bears a short name in grey: it leads back to the file, the rows and the computation it comes from.
paper-context-exact = The {$communes} communes of the territory are exactly what the survey counts: {$list}.
paper-context-partial = The survey counts by employment basin: the territory ({$communes} communes) is read at the basins that hold its communes, each counted whole: {$list}. {$inside} of the {$of} communes of these basins are in it.
paper-loaded-caption = Files loaded
paper-loaded-note = Each row of a file is kept, refused with its reason, or empty: none is lost in silence. The fingerprint of each file is in the annex “Method and sources” and in the workbook.
paper-sources-intro = The SHA-256 fingerprint tells whether a file is the one that was read.
paper-list-caption = Flagged occupations, the surest and most wanted first
paper-list-none = No occupation is flagged on this territory.
paper-list-whole =
    { $count ->
     [one] {$shown} occupation is flagged.
    *[other] {$shown} occupations are flagged.
    }
paper-list-part =
    { $count ->
     [one] {$shown} occupation is flagged.
    *[other] {$shown} occupations are flagged; here are the first, the whole list is in the workbook.
    }
paper-list-note = Projects: published sum, and bounds of the masked cells. Difficult share: share of projects that employers expect to be difficult, “smoothed”: drawn towards that of the département, the région and France where answers are few. Probability: chance that it exceeds the threshold of flags. In brackets, 80% interval, non-response bias apart. Grade A or B: the territory’s data; C: presumed from the département, the région or France. Source: BMO survey {$year}.
paper-column-projects = Projects
paper-column-share = Difficult share, smoothed
paper-column-probability = Probability
paper-column-rank = Rank
paper-column-stated = Share (n: establishments that name a cause)
paper-column-grade = Grade
paper-column-year-before = Year before
paper-column-before = Before
paper-column-now = Now
paper-column-here = Here, smoothed
paper-column-published = Here, published
paper-column-value = Value
paper-column-status = Status
paper-column-item = Item
paper-column-content = What is proposed
paper-causes-intro = The same sign, scarce candidates, may come from different causes; the lever depends on the cause. Flagged occupations, by diagnosis:
paper-causes-line = {$shown}: {$words}
paper-causes-words = “Attractiveness and job quality”: people are trained, but few come to or stay in the occupation; training others does not suffice. “Small pool”: the occupation is accessible, candidates are lacking.
paper-causes-caption = Published causes of the flagged occupations
paper-causes-note = Classes from 1 to 5; 5 aggravates. Published by Dares, but at the level “basin” by France Travail (by ROME, 2021), whose method is not published. Only causes of class 4 or 5 are named. The level is that at which the cause is published.
paper-levers-title = Training is not the first lever
paper-levers-first =
    { $count ->
     [one] For {$shown} flagged occupation, training more will not suffice: trained people will not come, or will not stay, as long as the cause remains.
    *[other] For {$shown} flagged occupations, training more will not suffice: trained people will not come, or will not stay, as long as the cause remains.
    }
paper-levers-caption = Flagged occupations without a line of training: the lever and who could lead it
paper-levers-note = The lever comes from the published causes; the lead is a suggestion, to be agreed between partners.
paper-training-caption = The first possible programmes
paper-training-note = Places: an order of size between two bounds, never a forecast; hiring projects are not training needs. Two bounds far apart say that the data do not allow a number to be chosen: ask employers first.
paper-training-intro =
    { $count ->
     [one] {$shown} programme is possible; the list of programmes says more of it.
    *[other] {$shown} programmes are possible; the list of programmes holds them all, with a page for each one chosen.
    }
paper-training-asked = The need of all of them is undetermined. Employers are to be asked before places are opened, on these occupations first, in the order of the list: {$list}.
paper-comparison-caption = Share of projects expected to be difficult, all occupations
paper-occupation-comparison = Share of projects expected to be difficult, here and elsewhere
paper-comparison-note = Published shares, between the bounds that masked cells allow. A larger territory holds those inside it.
paper-specific-caption = Occupations more present here than in the chosen benchmarks
paper-specific-note = Quotient: share of the occupation in the projects here over its share in the benchmark; above one, it weighs more here. Only those whose whole interval is above are listed.
paper-evolution-one-year = A single year is loaded, or the years loaded cannot be compared: nothing is said of a change. That is not stability.
paper-evolution-break-title = Break of nomenclature
paper-evolution-note = Difficult shares, smoothed: drawn towards those of the département, the région and France where answers are few; 80% interval. “Inconclusive”: nothing tells whether it changed; it is not “stable”.
paper-moves-years = Between {$before} and {$after}, the list of occupations flagged by the territory’s data:
paper-moves-kept =
    { $count ->
     [0] none remains,
     [one] {$shown} remains,
    *[other] {$shown} remain,
    }
paper-moves-entry =
    { $count ->
     [0] none enters,
     [one] {$shown} enters,
    *[other] {$shown} enter,
    }
paper-moves-exit =
    { $count ->
     [0] none leaves;
     [one] {$shown} leaves;
    *[other] {$shown} leave;
    }
paper-moves-unsure =
    { $count ->
     [0] for none do the data leave a doubt.
     [one] for {$shown}, one of the two years is too thin or masked to tell.
    *[other] for {$shown}, one of the two years is too thin or masked to tell.
    }
paper-moves-entry-caption = Occupations that enter the list
paper-moves-exit-caption = Occupations that leave it
paper-trends-caption = Families of occupations, from one year to the next
paper-trends-break = The nomenclature of occupations changed between the two years: families span this change, occupations do not.
paper-survey-answered = Local survey: {$answered} establishments answered of {$asked} asked (response rate {$rate}).
paper-survey-hidden =
    { $count ->
     [0] No figure is hidden.
     [one] In all the tables together, {$shown} figure is hidden so that no answer can be recognised; the reason stands in its place.
    *[other] In all the tables together, {$shown} figures are hidden so that no answer can be recognised; the reason stands in the place of each.
    }
paper-survey-limit = Statistical secrecy
paper-survey-caption = What employers declare, all occupations
paper-survey-note = Weighted estimates, 95% interval, non-response bias apart. Answers: establishments behind the figure.
paper-survey-causes-caption = Causes of difficulty they name
paper-survey-causes-note = Shares of the establishments that name a cause; several answers allowed, shares add up to more than a hundred. 95% interval.
paper-limit-weights = Weights correct size and sector alone: if those who hire answer more readily, the figures are too high, and no interval tells.
paper-limit-unknown-title = Unknown is not zero
paper-limit-unknown = A dash or an empty cell says that nothing allows an answer, never that the answer is zero.
paper-limit-masked = A cell masked by statistical secrecy widens the interval: it is neither zero nor one. A published sum leaves such cells out: it may lie below its own bounds.
paper-limit-large-masked =
    { $count ->
     [one] Statistical secrecy: in {$shown} cell of many projects, the difficult ones are masked. They may be more than a masked cell usually hides, and the interval too narrow.
    *[other] Statistical secrecy: in {$shown} cells of many projects, the difficult ones are masked. They may be more than a masked cell usually hides, and the intervals too narrow.
    }
paper-limit-bias = Intervals do not hold the bias of those who do not answer.
paper-limit-scope = Housing, transport, tax and land are not measured here: they appear as causes that training does not cure.
paper-limit-change = An entry or an exit may come from the chance of a small year: doubt is counted apart.
paper-limit-gap = An indicative gap is no forecast: it is an order of size, with its bounds.
paper-grade = Confidence
paper-method-survey = The BMO survey asks each employer how many hires it plans, by occupation, and how many it expects to be difficult. Difficult is a forecast, never an unfilled job. Small cells are masked: they count as an interval, never as a zero.
paper-method-shrink = On a small territory few answers bear each figure. The difficult share is therefore drawn towards that of the département, then of the région and of France, the more so as answers are few: share of projects that rests on an answer {$share}, weight of the larger territory {$strength} answers. The 80% interval comes from it.
paper-method-flag = An occupation is flagged when the probability that its share exceeds {$cut} reaches {$probability}. Confidence A or B says that the territory’s data count; C, that the flag comes from the département, the région or France alone.
paper-method-official = The official class and the causes are those that Dares publishes, at the finest level where they exist, or France Travail at the basin (classes by ROME of 2021, whose method is not published); they are neither recomputed nor mixed with the survey.
paper-method-lever = The lever comes from a table of decision on the causes: training is proposed only where they make it a lever. Pay, transport or hours alone never yield a line of training.
paper-method-balance = The indicative gap sets posts that need trained people against trained people who stay and the pool; what nothing tells counts as an interval. When its sign depends on the rules chosen, it is said to be undetermined.
paper-method-secrecy = A figure of the local survey is shown only if at least {$least} respondents bear it, the share of none in it exceeds {$dominance}, and nothing that has left before allows one to be found.
paper-method-names = The short name printed beside a figure is a cell of the tables: the command “bassin trace” gives its file, fingerprint, rows, formula and settings.
paper-occupation-lever-title = Lever and what to do
paper-verdict = As for training, {$verdict}, since {$why}
paper-supply-rings = Training offers linked to this occupation: {$rings}.
paper-supply-unknown = No catalogue is loaded: the training supply is unknown, it is not nil.
paper-supply-balance = Over three years, posts that need trained people: {$need}; trained people who stay, a year: {$entrants}; qualified job-seekers who would take it up: {$pool}; indicative gap: {$gap}.
paper-supply-offer = {$title}: {$provider}, {$ring}
paper-supply-certification = Certification: {$name}
paper-occupation-masked =
    { $count ->
     [one] The number of projects is masked by statistical secrecy in {$shown} cell.
    *[other] The number of projects is masked by statistical secrecy in {$shown} cells.
    }
paper-occupation-masked-difficult =
    { $count ->
     [one] The number of difficult projects is masked in {$shown} cell (statistical secrecy).
    *[other] The number of difficult projects is masked in {$shown} cells (statistical secrecy).
    }
paper-occupation-masked-none = No number of projects is masked, that of difficult ones included.
paper-sector-lead = {$name}, {$territory}: two readings that do not add up, what offers ask and what an estimate shares out.
paper-sector-posts = posts offered
paper-sector-posts-beneath = in {$offers} offers loaded
paper-sector-projects = hiring projects, an estimate
paper-sector-share = difficult share, an estimate
paper-sector-estimate = {$low} to {$high}
paper-sector-occupations-caption = Occupations of the sector, the most wanted first
paper-sector-note = Posts: offers loaded. Projects and difficult share: an estimate, the projects of each occupation being shared between sectors as its hires are in the whole of France.
paper-sector-survey = Answers of employers of the sector alone.
paper-sector-survey-alone = No loaded file splits job offers or projects by sector: only the local survey speaks of this one.
paper-sector-survey-none = Nothing may be told of this sector: too few establishments answered, or their answers would tell one of them.
paper-programmes-lead =
    { $count ->
     [0] {$territory}, {$year}: no candidate programme.
     [one] {$territory}, {$year}: {$shown} candidate programme,
    *[other] {$territory}, {$year}: {$shown} candidate programmes,
    }
paper-programmes-occupations =
    { $count ->
     [0] Training is the lever of no flagged occupation, or supply exists and is not followed.
     [one] for {$shown} flagged occupation.
    *[other] for {$shown} flagged occupations.
    }
paper-programmes-occupations-unsurveyed =
    { $count ->
     [0] Training is the lever of no occupation, or supply exists and is not followed.
     [one] for {$shown} occupation.
    *[other] for {$shown} occupations.
    }
paper-programmes-without-unsurveyed =
    { $count ->
     [0] No occupation is without a line of training.
     [one] {$shown} occupation has no line of training: another lever comes first, supply exists, or its causes are not known.
    *[other] {$shown} occupations have no line of training: another lever comes first, supply exists, or their causes are not known.
    }
paper-programmes-no-budget = Neither a budget nor a limit is given: all candidates are shown, none is chosen.
paper-programmes-no-choice = The budget and the limits given allow no choice: all candidates are shown.
paper-programmes-without =
    { $count ->
     [0] No flagged occupation is without a line of training.
     [one] {$shown} flagged occupation has no line of training: another lever comes first, or supply exists.
    *[other] {$shown} flagged occupations have no line of training: another lever comes first, or supply exists.
    }
paper-programmes-confirm-title = Before deciding
paper-programmes-confirm = Each funding is to be confirmed with the body named; no amount is granted.
paper-programmes-measures = To be measured for each programme: {$list}.
paper-fact-chosen = programmes chosen
paper-fact-chosen-if = programmes chosen on condition
paper-fact-chosen-some =
    { $count ->
     [one] of which {$shown} on condition ({$conditions})
    *[other] of which {$shown} on condition ({$conditions})
    }
condition-commitment = written commitment of employers to be obtained
condition-need = need to be confirmed by employers
paper-fact-places = places
paper-fact-cost = total cost
paper-fact-people = trained people who stay (bounds added up)
paper-choice-caption = Programmes chosen
paper-choice-left-caption = Programmes left out, and why
paper-choice-out-caption = Candidates that cannot be compared yet
paper-choice-note = The choice gives the most trained people who stay under the budget and the limits of the project. Only programmes chosen have their page here; the workbook says why of all.
paper-candidates-caption = Candidate programmes
paper-candidates-note = Places: need of a year, from the low bound to the high one. Two bounds far apart say that the data do not allow a number to be chosen: ask employers first. Stay: share of those who begin and still work in the occupation here a year later.
paper-unfed-caption = Offers within reach that meet no known need
paper-unfed-note = To be checked with the bodies: a need may exist undeclared.
paper-programme-sheet = Sheet of the programme
paper-programme-chosen =
    { $count ->
     [one] Chosen: {$places} place, {$cost}, people who stay {$people}.
    *[other] Chosen: {$places} places, {$cost}, people who stay {$people}.
    }
paper-programme-chosen-if =
    { $count ->
     [one] Chosen on condition ({$conditions}): {$places} place, {$cost}, people who stay {$people}. Failing that, do not open it.
    *[other] Chosen on condition ({$conditions}): {$places} places, {$cost}, people who stay {$people}. Failing that, do not open it.
    }
paper-programme-also = {$first}; also, without a known device: {$also}
paper-programme-modality = by the linked offers: {$list}
paper-programme-weeks =
    { $count ->
     [one] First day at the earliest {$shown} week after the decision.
    *[other] First day at the earliest {$shown} weeks after the decision.
    }
paper-programme-by = To open before {$date}.
paper-programme-cost = For each place: {$cost}.
paper-programme-session = For each session: {$sum}.
paper-programme-partners-none = to be found: no known device names a body
paper-programme-devices = Devices to be checked, and with whom
paper-programme-devices-more = Also to be checked, details in the workbook: {$list}.
paper-programme-not-committed = required here and not obtained yet: without it, do not open
paper-line-certification = Certification aimed at
paper-line-audience = Public
paper-line-places = Places a year, order of size
paper-line-group = Group
paper-line-hours = Length
paper-line-modality = Mode
paper-line-calendar = Calendar
paper-line-providers = Candidate bodies
paper-line-cost = Cost
paper-line-stays = Stay in the occupation and here
paper-line-lead = Suggested lead
paper-line-partners = Partners to bring together
paper-measure-opened = places
paper-measure-entered = entries
paper-measure-completed = completions
paper-measure-employed-6 = in work after six months
paper-measure-present-12 = still in the occupation, here, after twelve months
paper-line-risks = Risks
paper-body-lead = What {$territory} asks for, and where your catalogue leads.
paper-body-uncovered-first = People are lacking and your catalogue does not lead there: {$list}.
paper-body-covered-first = People are lacking despite your offer: {$list}.
paper-body-saturated-first = All offers together already suffice: {$list}.
paper-body-uncovered-caption = Uncovered
stance-uncovered = uncovered
paper-body-covered-caption = Covered in part
stance-covered = covered in part
paper-body-undetermined-caption = Undetermined
stance-undetermined = undetermined
paper-body-saturated-caption = Saturated
stance-saturated = saturated
paper-body-note = Gap and need: posts over three years, 80% interval, by the files of the territory. Offers: those that can still be followed within reach, yours then those of others.
paper-body-from-zero = A need that begins at nought says that nobody may be lacking either: to be confirmed with employers.
paper-body-alike = What to do, for each of them: {$verdict}.
paper-body-more = The first ones only, by the largest gap: all are in the workbook.
paper-body-unfed-caption = Offers of your catalogue without a known need here
paper-company-private-title = For you alone
paper-company-private = This document mixes your headcount and what is public of the basin. Your figures enter no other document; no answer of another employer is here.
paper-company-caption = Your occupations against the basin
paper-company-note = Departures in three years: expected mean and 80% interval, never fewer than those you know, by your file. Basin and lever: BMO survey {$year} and published tensions, classes from 1 to 5; 5 aggravates.
paper-company-unknown = Without a known code, to be compared once your file bears one (ROME or FAP): {$list}.
paper-company-leaving = Departures expected: {$one} in a year, {$five} in five years.
paper-company-no-project = No hiring project for “{$label}” is declared on the basin: nothing to compare.
paper-company-basin = The basin, for “{$label}”: class of pressure {$class}, official class {$official}; {$diagnosis}.
paper-company-training = Training: {$verdict}. Offers within reach: {$offers}.
paper-company-pool = Too few departures with you for a group, but the territory lacks too: {$list}.
paper-company-pool-none = Nothing to prepare together: the table says why, occupation by occupation.
paper-returned-intro = Thank you. {$answered} establishments answered of {$asked} asked; here is what you said, beside what they say together.
paper-returned-private-title = Nothing is told of another
paper-returned-private = No name is here, not even yours. The figures of others are those that are published: too small a group is not shown.
paper-returned-small-title = Your sector is too small
paper-returned-small = Too few establishments of your sector answered for their figures to be shown, even to you: only those of all respondents are.
paper-returned-hidden = A hidden figure is hidden so that nobody, not even a respondent, finds the answer of another.
paper-returned-caption = Your figures, your sector, all respondents
paper-returned-note = You: your answer. Sector and all: weighted estimates, 95% interval, non-response bias apart.
paper-returned-answers = Your answers, and the share of those who say the same
paper-returned-answers-note = Shares of the establishments that answered the question, weighted, 95% interval.
returned-answer = {$question}: {$answer}
paper-bulletin-nothing-title = Nothing to compare
table-facts = Key figures
table-facts-about = The figures of the whole territory, one a row, with their bounds.
table-notes = To know
table-notes-about = What the reader of this analysis must know.
table-plan = Plan
table-plan-about = The plan in a few figures: candidates, choice, cost.
table-terms = Sheets of programmes
table-terms-about = What each candidate supposes, with where each number comes from.
table-devices = Devices
table-devices-about = Funding to be checked for each candidate, with the body named: never promises.
table-verdicts = What training can do
table-verdicts-about = A verdict for each occupation, with the numbers it stands on.
table-catalogue = Catalogue against needs
table-catalogue-about = Where the catalogue of a body stands in each occupation of the territory.
table-catalogue-sans-besoin = Offers without a known need
table-catalogue-sans-besoin-about = Offers of the catalogue within reach that meet no known need here.
table-company = Occupations of the company
table-company-about = For the company alone: its headcount and what is public of the basin.
table-returned = Return
table-returned-about = For one respondent alone: its answers beside what is published of its sector and of all.
table-masked = Hidden figures
table-masked-about = What is not shown, and why.
column-fact-label = Figure
column-fact-shown = Value and bounds
column-fact = Value
column-fact-low = Low bound
column-fact-high = High bound
column-note = To know
column-causes-aggravating = Causes of class 4 or 5
column-gap-told = Indicative gap, 3 years
column-offers-local = Offers within reach
column-offers-beyond = Offers farther off
column-offers-remote = Offers at a distance
column-places-taken = Share of places taken
column-need-told = Useful places in a year
column-hours-told = Length
column-group-told = Group
column-cost-told = Cost of a place
column-session-cost = Cost of a session
column-stays-told = Stay in the occupation and here
column-lead-weeks = Weeks to prepare
column-needed-by = To open before
column-risks-told = Risks
column-device = Device
column-device-because = Fits, since
column-device-open = To be confirmed
column-device-amounts = Amounts
column-device-payers = Payers
column-device-ask = To be confirmed with
column-device-verified = Rule verified on
column-stance = Stance
column-to-do = To do
column-own-offers = Your offers
column-other-offers = Other offers
column-own-beyond = Your offers farther off
column-own-entrants = Your trained people a year
column-own-coverage = Share of the need covered by you
column-gap-alone = Gap with your offer alone
column-company-post = Your occupation
column-company-occupation = Occupation recognised
column-company-headcount = Headcount
column-leaving-1y = Departures expected, 1 year
column-leaving-3y = Departures expected, 3 years
column-leaving-5y = Departures expected, 5 years
column-known-12m = Known departures, 12 months
column-known-36m = Known departures, 36 months
column-planned-hires = Hires planned
column-yearly = To be found a year
column-hard = On the basin
column-local-offers = Offers within reach
column-to-pool = To be pooled
column-returned-what = Figure or answer
column-returned-own = You
column-returned-sector = Your sector
column-returned-all = All respondents
column-masked-table = Table
column-masked-row = Row
column-masked-column = Column
column-masked-why = Why
fact-projects = Hiring projects
fact-difficult = Projects expected to be difficult
fact-seasonal = Seasonal projects
fact-share = Difficult share, territory
fact-share-department = Difficult share, département
fact-share-region = Difficult share, région
fact-share-france = Difficult share, France
fact-masked = Cells whose projects are masked
fact-masked-difficult = Cells whose difficult projects are masked
fact-masked-large = Cells of many projects, whose difficult ones are masked
fact-occupations = Occupations observed
fact-communes = Communes of the territory
fact-communes-inside = Communes of the territory in the basins read
fact-communes-of = Communes of the basins read
fact-communes-unplaced = Communes in no basin
fact-flagged = Occupations flagged
fact-evidence = Occupations flagged by the territory’s data
fact-presumed = Occupations presumed from the level above
fact-to-check = Occupations to check (masked cells)
fact-training = Flagged occupations where training is a lever
fact-another-lever = Flagged occupations where another lever comes first
fact-moves-entry = Occupations that entered the list
fact-moves-kept = Occupations that remained in the list
fact-moves-exit = Occupations that left the list
fact-moves-unsure = Occupations whose entry or exit is unsure
fact-moves-not-comparable = Occupations without an equivalent in the other year
fact-survey-asked = Survey: establishments asked
fact-survey-answered = Survey: establishments that answered
fact-survey-hidden = Survey: hidden figures
fact-candidates = Candidate programmes
fact-candidate-occupations = Occupations of the candidate programmes
fact-without-training = Flagged occupations without a line of training
fact-unfed = Offers that meet no known need
fact-chosen = Programmes chosen
fact-chosen-conditional = Programmes chosen on condition
fact-chosen-places = Places chosen
fact-chosen-cost = Cost of the plan
fact-chosen-people = Trained people who stay (bounds added up)
fact-diagnosis-trained-labour = Diagnosis of flagged occupations: too few trained people
fact-diagnosis-mixed = Diagnosis of flagged occupations: training and job quality
fact-diagnosis-job-quality = Diagnosis of flagged occupations: attractiveness and job quality
fact-diagnosis-small-pool = Diagnosis of flagged occupations: too small a pool
fact-diagnosis-turnover = Diagnosis of flagged occupations: volume of hires and turnover
fact-diagnosis-geography = Diagnosis of flagged occupations: candidates and jobs in different places
fact-diagnosis-undetermined = Diagnosis of flagged occupations: causes that do not suffice to conclude
report-changed = Warning: {$file} has changed since the project was saved; the documents are made on its content of today.
report-left-out = Note: {$file} is not there, the archive of the project having been made without this file. All the rest is done without it.
report-broken = “{$written}” is the name of no figure of this analysis ({$kind}, {$part}): the text shows it as it is.
error-report-nothing = Nothing to write for “{$kind}”: the files given say no such thing of this territory.
report-nothing = No file is written: nothing of what was asked can be made.
error-report-document = “{$found}” is no document. Documents: {$known}.
error-report-respondent = The return is made for one respondent at a time: give its identifier with --respondent.
error-report-catalogue = The gap sheet needs the catalogue of the body: --catalogue FILE.
error-report-headcount = The kit of a company needs its headcount by occupation: --headcount FILE.
error-report-not-among = {$path} is not among the files of the analysis, or holds no offer that was read.
error-returned = Return {$number}: not made, {$why}
error-returned-no-survey = no local survey is loaded.
error-returned-unknown = no establishment asked has this identifier.
error-returned-silent = this establishment did not answer, or its answers cannot be weighed.
error-returned-undecided = the secrecy of the survey cannot be judged, so that nothing leaves.
error-returned-too-few = respondents are too few for a figure to be shown without telling one of them.

## Where a number comes from, in full; short names
provenance-id = Identifier
provenance-sheet = {$file}, sheet {$sheet}
provenance-extent-rows = {$file}: row no. {$rows}.
provenance-extent-whole = {$file}: all the rows kept.
provenance-extent-around = {$file}: the same occupation, on the territory and in the levels above, all its rows of the region and of France.
provenance-content = Fingerprint {$mark}; rows read: {$read}, kept: {$kept}, refused: {$refused}, empty: {$empty}.
provenance-no-file = no file loaded says it
provenance-no-file-parameters = no file: computed from the parameters
provenance-company-file = the headcount file of the company, which is not kept
provenance-n-respondents = respondents of the college (n): {$n}
provenance-n-occupations = occupations (n): {$n}
provenance-question = Question asked
provenance-asked = “{$question}” (Bassin questionnaire, column {$column})
provenance-asked-own = “{$question}”
provenance-weights = Weights
provenance-plain = each respondent counts for one
provenance-weighting = {$method}; final to initial weight between {$low} and {$high}; each for itself from {$employees} employees; seed {$seed}, {$replicates} replicates
provenance-parameters = Parameters
provenance-parameter = {$name} ({$id}): {$value}, since {$date} — {$source}
provenance-rounding = Rounding
provenance-rounded-whole = shown as a whole number; computed and written to files unrounded
provenance-rounded-percent = shown to the per cent; computed and written to files unrounded
provenance-rounded-probability = shown to the per cent, never 0 or 100% for what is not certain; written to files unrounded
provenance-rounded-hundredth = shown to the hundredth; computed and written to files unrounded
provenance-rounded-tenth = shown to the tenth; computed and written to files unrounded
provenance-rounded-point = shown to the point; computed and written to files unrounded
provenance-rounded-said = written everywhere as it is shown; computed unrounded
provenance-rounded-exact = none
provenance-secrecy = Secrecy
provenance-secrecy-public = no survey answer in this figure; what its publisher masked stays masked
provenance-secrecy-rule = at least {$least} respondents, none above {$dominance} of the total, at least {$persons} persons, and {$base} respondents where all say the same; decided with all tables and with all that has already left
provenance-redraws = {$draws} draws, seed {$seed}
number-words = words made of several figures
number-masked = Cells that the publisher masked among those of the row.
number-level-occupations = Occupations of the group with a row on the territory.
number-answers = Establishments that answered the question.
number-college-answers = Respondents of the college that answered the question.
number-register = Establishments of the register.
number-asked = Establishments asked.
number-answered = Establishments that answered.
number-refused-to = Establishments that refused to answer.
number-not-reached = Establishments that were not reached.
number-concerned = Responding establishments that the question concerns, whether they answered it or not.
number-having = Responding establishments that have the occupation.
number-stated-answers = Establishments that declare difficulties and name at least one cause.
number-stated-base = Responding establishments that declare difficulties.
number-respondents = Responding establishments of the survey.
number-weights = What the weights of responding establishments are worth.
number-precedent = What became of the comparable programmes of the library, each weighing by how comparable it is.
number-offer-distance = Minutes by a file of travel times from the territory to the commune of the training; else kilometres as the crow flies.
number-offer-level = Level of the training, as the file writes it.
number-offer-places = Places of the training, as the file writes them.
number-row = Number of the row in its file.
number-rows-read = Rows read of the file.
number-rows-kept = Rows read and kept.
number-rows-refused = Rows read and refused, each with its reason.
number-rows-empty = Empty rows.
number-parameter = Value of a parameter of the method.
number-programme-rank = Place in the recommended list: the surest flags first, then the volume of projects expected difficult.
number-chosen-places = Places chosen: the best use of the budgets among candidate programmes, under the limits set.
number-place-cost = Cost of a place: price of the offers of the occupation, else of comparable programmes, else hours at the hourly price of offers.
number-year-need = Places a year beyond which the occupation gains nothing more.
number-stays = Share of entrants who complete, find work and stay in the occupation on the territory.
number-risks = Number of risks told with the candidate programme.
number-cost = Cost of the sessions and places chosen.
number-people = Trained people who stay in the occupation on the territory.
number-survival = Share of the redraws, within the intervals of cost and outcome, in which the programme stays chosen.
number-sessions = Sessions that hold the places chosen.
number-fact = A number counted in the results of the territory; its row says of what.
number-note = A sentence of the analysis: what is to be known of the files and of how they were read.
number-gap = Indicative gap over three years: need less entrants and pool, with its 80% interval.
number-need = Posts that ask for trained entrants, over three years.
number-entrants = Trained people who enter work in the occupation on the territory, per year.
number-pool = Qualified job seekers who would take up the occupation on the territory.
number-gap-coverage = Part of the need over three years that entrants cover.
number-compared = Occupations compared from one year to the next.
number-came = Occupations difficult in the second year.
number-said = Occupations announced difficult in the first year.
number-said-and-came = Occupations announced difficult, and that were.
number-sector-offers = Offers of the territory that state this activity.
number-plan = Count or sum over candidate and chosen programmes; its row says of what.
number-hours = Length of a place: hours of the occupation’s offers, else of comparable programmes, else of the parameters.
number-group = People in a session, at least and at most.
number-session-cost = Cost of a session, however many places it has.
number-lead-weeks = Weeks between the decision and the opening of a session.
number-device = What the rules of the device say of this candidate programme.
number-offers = Training offers linked to the occupation, in the lists loaded.
number-places-taken = Share of the places within reach that found somebody, where the lists say both.
number-own-answer = Answer of the respondent itself; it is given to nobody else.
number-company-said = Number given by the company, as it is.
number-company-leaving = Departures from the company by age, else at the average rate; at least those it knows.
number-company-yearly = People to find each year: hires planned, else a third of the departures of three years.
number-company-class = Pressure class of the occupation in the territory, from 1 to 5.
number-company-official = Official tension class of the occupation, from 1 to 5.
column-mark = Mark
error-trace-mark = “{$text}” is no identifier: six letters and digits name a row (K7Q2XA), two more after a hyphen a figure (K7Q2XA-9F)
error-trace-unknown = no figure of this territory bears the identifier {$id}: check the project or files, and the territory
trace-not-left = has not left the project yet: export first (bassin report, or bassin analyse --out), the figure is then remembered among those that have left

# Charts for print
chart-alt = {$title} ({$place}). {$seen}
chart-source = Source: {$list}.
chart-made = Chart made on {$date} with Bassin.
chart-masked = masked: {$bounds}
chart-unknown = not computable
chart-none = none
chart-own = from the territory’s own data
chart-presumed = presumed from a larger territory
chart-bounds = interval
chart-bar = Bar: interval; disc: value.
chart-reading = How to read it: “{$label}”, {$shown}; the share has eight chances in ten to lie in the interval.
chart-value = value
chart-gap = indicative gap and its interval
chart-open = An arrow: nothing bounds the figure on that side.
chart-rows = Base: the first {$shown} of {$of} in the order of the table, set here by value; the others are in the table.
chart-under = Under each name: {$base}.
chart-studied = territory studied
chart-compared = territories compared
chart-whisker = interval
chart-unnamed =
    { $count ->
        [one] {$shown} other occupation is drawn without its name.
       *[other] {$shown} other occupations are drawn without their names.
    }
chart-unplaced =
    { $count ->
        [one] {$shown} occupation whose projects or share are masked or unknown is not placed.
       *[other] {$shown} occupations whose projects or share are masked or unknown are not placed.
    }
chart-corner-both = high share, many projects
chart-corner-tense = high share, few projects
chart-corner-large = low share, many projects
chart-corner-neither = low share, few projects
chart-break = {$old} | {$new}
chart-break-note = Upright line: the nomenclature changes; the two sides do not compare, and nothing is joined.
chart-ribbon = Band: interval around each value.
chart-whisker-note = Upright line at each point: interval.
chart-eases = eases
chart-aggravates = worsens
chart-aggravates-tension = worsens the tension
chart-class-aggravates = class 4 or 5: worsens the tension
chart-class-other = class 1 to 3
chart-seen-ranked =
    { $count ->
        [one] {$shown} value: {$first}.
       *[other] {$shown} values; the highest: {$first}; the lowest: {$last}.
    }
chart-seen-above =
    { $count ->
        [0] No interval lies wholly above the level ({$line}).
        [one] {$shown} interval lies wholly above the level ({$line}).
       *[other] {$shown} intervals lie wholly above the level ({$line}).
    }
chart-seen-without = Without a value: {$list}.
chart-seen-track = {$label}: {$list}.
chart-seen-break = From {$before} to {$after} the nomenclature changes ({$old}, then {$new}): these years do not compare.
chart-seen-causes = Worsening the tension: {$list}.
chart-seen-no-cause = No published cause worsens the tension.
chart-seen-others = Not worsening it: {$list}.
chart-intervals-title = Share of hiring projects expected to be difficult, by occupation
chart-intervals-subtitle = Difficult share, smoothed with larger territories, % of projects, with its 80% interval
chart-quadrant-title = Pressure and volume of occupations
chart-quadrant-subtitle = Difficult share, smoothed with larger territories, % of projects, by number of hiring projects
chart-relative = Relative to two levels, not to an absolute level of tension: {$cut} (level line), {$median} (upright line).
chart-trend-title = Share of projects expected to be difficult, from year to year
chart-trend-of = {$label}: share of projects expected to be difficult, from year to year
chart-trend-subtitle = Difficult share, smoothed with larger territories, % of projects, with its 80% interval
chart-trend-families = Base: the families of occupations with most projects in the last year.
chart-causes-title = Why hiring is difficult: {$label}
chart-causes-subtitle = Published class of each cause, from 1 (eases the tension) to 5 (worsens it)
chart-causes-diagnosis = As a whole: “{$diagnosis}”.
chart-causes-rung = Base: classes published for the rung “{$rung}”; at the basin by France Travail (2021), elsewhere by Dares.
chart-columns-title = {$label}: share of projects expected to be difficult, here and elsewhere
chart-columns-subtitle = Published difficult share, % of hiring projects
chart-sectors-title = Share of projects expected to be difficult, by sector
chart-sectors-surveyed = Difficult share in the local survey, % of projects declared
chart-sectors-estimated = Estimated difficult share, % of projects
chart-families-title = Share of projects expected to be difficult, by family of occupations
chart-place-here = Territory studied
chart-place-department = Département
chart-place-region = Région
chart-place-france = France
chart-balance-title = Need and resources: {$label}
chart-balance-subtitle = People, over three years, with their 80% interval
chart-balance-head = People
chart-balance-basis = Base of the need: {$basis}.
chart-balance-lack = Indicative gap: a lack, whatever the rule by which entrants are shared out.
chart-balance-surplus = Indicative gap: a surplus, whatever the rule by which entrants are shared out.
chart-balance-undetermined = Indicative gap: its interval crosses zero, or changes sides with the rule by which entrants are shared out; neither a lack nor a surplus is established.
error-chart-kind = {$found} is no chart; they are named {$known}
error-chart-occupation = this chart is made for an occupation: --occupation, for instance V0X60
error-chart-absent = {$code} has no row on this territory
error-chart-nothing = nothing to draw: the loaded files do not give these figures on this territory
chart-written = Chart written: {$path}
chart-balance-source = Source: Bassin, method of the tool, from this need, the training offers and the job seekers loaded.
table-references = Reference levels
table-references-about = What the occupations of the territory are set against: the share above which an occupation is flagged, and the median of their projects. Neither is an absolute level of tension.
column-reference = Level
column-level-value = Value
level-cut-france = All occupations, France
level-cut-region = All occupations, region
level-cut-fixed = Chosen threshold
level-median = Median by occupation
table-series = Series by year
table-series-about = Every loaded year, read as its own diagnosis reads it. An occupation has a series inside one edition of the nomenclature only; families and groups that correspond cross the change, and their years of two editions are not subtracted.
column-year = Year
column-fap-edition = Nomenclature
series-edition = FAP {$edition}
column-entrants-3y = Entrants, 3 years
column-gap-3y-span = Indicative gap, 3 years: interval
column-need-3y-value = Need over 3 years, value
column-need-3y-low = Need over 3 years, low end
column-need-3y-high = Need over 3 years, high end
column-entrants-3y-value = Entrants over 3 years, value
column-entrants-3y-low = Entrants over 3 years, low end
column-entrants-3y-high = Entrants over 3 years, high end
column-pool-value = Pool, value
column-pool-low = Pool, low end
column-pool-high = Pool, high end
column-gap-3y-value = Gap over 3 years, value
column-gap-3y-low = Gap over 3 years, low end
column-gap-3y-high = Gap over 3 years, high end
indicator-share-cut-name = Level of pressure
indicator-share-cut-definition = The difficult share that each occupation’s is set against: that of all occupations in France or in the region, or a chosen threshold.
indicator-share-cut-nulls = One half where nothing is published.
indicator-projects-median-name = Median of projects by occupation
indicator-projects-median-definition = Half of the territory’s occupations have at most as many projects, the other half more; of an even number, the lower of the two in the middle.
indicator-projects-median-nulls = Absent without an occupation; a masked one counts at the middle of its bounds.
chart-save-intervals = Save the intervals…
picture-written = Picture written: {$path}
export-given-up = export given up, no file is written
# Word documents
docx-table = Table
docx-figure = Figure
docx-contents = Contents
docx-mark = Mark
docx-page = page {$page} / {$pages}
docx-table-description = {$count ->
    [one] {$shown} row; columns: {$titles}
   *[other] {$shown} rows; columns: {$titles}
}
docx-style-masthead = Publisher
docx-style-lead = Lead
docx-style-note = Note
docx-style-picture = Picture
docx-style-advice = Advice box
docx-style-advice-title = Advice box title
docx-style-limit = Limit box
docx-style-limit-title = Limit box title
docx-style-fact-figure = Key figure
docx-style-fact-label = Key figure label
docx-style-fact-note = Key figure note
docx-style-fact-table = Key figures
docx-style-table = Document table
docx-style-table-text = Table text
docx-style-table-number = Table number
docx-style-table-head = Column header
docx-style-table-head-number = Column header of numbers
docx-style-table-mark = Mark at the end of a row
docx-style-table-end = End of table
docx-style-label = Caption number
docx-style-figure-mark = Figure mark
docx-style-row-mark = Row mark
## Cells as people type them
issue-not-a-period = “{$text}” is no period: write 2025-03, 03/2025, 2025-T1 or 2025
issue-not-a-section = “{$text}” is neither a letter of a NAF section (A to U), nor a NAF code, nor the label of a section
issue-not-a-size-class = “{$text}” is no size class: 0, 1-9, 10-19, 20-49, 50-99, 100-249, 250-499 or 500+
issue-abridged = “{$text}”: number rounded by the spreadsheet, its last digits are lost; take it again from its source, as text
issue-siren-alone = “{$text}” is a SIREN: nine digits name the company, not the establishment (SIRET, fourteen digits)
issue-required-unknown = “{$text}”: unknown value, which the row cannot do without
issue-codes-shaped =
    { $count ->
     [one] {$shown} code put
    *[other] {$shown} codes put
    } in shape (8450.0, 015, s1z40…)
issue-cells-refused =
    { $count ->
     [one] {$shown} cell refused, read
    *[other] {$shown} cells refused, read
    } as unknown; the rest of the row is kept
issue-classes-dated =
    { $count ->
     [one] {$shown} size class that a spreadsheet turned into a date, read
    *[other] {$shown} size classes that a spreadsheet turned into dates, read
    } again (19-oct: 10-19)
issue-classes-worded =
    { $count ->
     [one] {$shown} size class read
    *[other] {$shown} size classes read
    } in other words (20-49 salariés)
issue-periods-shaped =
    { $count ->
     [one] {$shown} period put
    *[other] {$shown} periods put
    } in shape (03/2025, 45717, T1 2025…)

## Cells that differ
disagreement-cell = { $what }: { $first } (row { $first_row }) and { $second } (row { $second_row })
disagreement-more =
    { $count ->
     [one] and { $shown } other cell
    *[other] and { $shown } other cells
    } (all with --json)
field-value = Value
stacking-completed =
    “{ $before }” and “{ $after }” ({ $kind }) complete each other: “{ $after }” adds { $count ->
        [one] { $shown } row
       *[other] { $shown } rows
    }; what both have is counted once
stacking-other-span = “{ $before }” and “{ $after }” ({ $kind }) stay apart: one counts by { $first }, the other by { $second }
span-1 = month
span-3 = quarter
span-12 = year
reason-year-of-name = year from the name of the file: {$year}
reason-edition-of-name = edition by the name of the file: {$edition}
reason-year-of = rows of {$year}, of a file that holds {$years} years: each is read apart
issue-nested-archive = an archive within an archive is not opened: take its files out first
issue-web-page = this is a web page (HTML) under the name of a workbook: open it in a spreadsheet program and save it as .xlsx
issue-not-a-table = document of another structure: no table nor list of offers is recognised in it
issue-member-missing = the archive has no “{$member}” file: what it brings is unknown
issue-member-again = “{$member}” says the same as a file already read in the archive: it is left aside
issue-orphan = {$key} is not in the list of certifications
reason-members-aside = left aside in the archive: {$list}
system-be = of an employment basin (four digits: 8450)
system-dep = of a département (15, 2A, 971)
system-reg = of a région (two digits: 84)
system-ze = of a zone d’emploi (four digits: 8403)
system-zone = of a known territory (BASSIN, DEP, REG or NAT)
system-clpe = of a local employment committee (CLPE15001)
system-insee = of a commune (Insee code, five characters: 15014)
system-naf = of NAF (10.51C or 1051C, or the division: 10)
system-rome = of ROME (a letter and four digits: J1501)
system-fap = of FAP (V0X60)
system-fap2009 = of FAP 2009 (S1Z40)
system-fap2021 = of FAP 2021 (S1X40)
system-siret = of SIRET (fourteen digits)
system-siren = of SIREN (nine digits)
system-rncp = of RNCP or RS (RNCP35830)
system-certif-info = of Certif Info
issue-two-readings =
    { $count ->
        [one] a number whose point or comma may be that of its thousands (“1.500”) is read with decimals: choose the reading in the mapping
       *[other] {$shown} numbers whose point or comma may be that of their thousands (“1.500”) are read with decimals: choose the reading in the mapping
    }
issue-postal-only =
    { $count ->
     [one] {$shown} offer without a commune: département taken
    *[other] {$shown} offers without a commune: département taken
    } from the postal code
issue-lacks-column = nearly a “{$kind}” table: the column {$column} is missing
system-place = of a territory
cli-nothing-to-check = nothing to read: no data file in what is given
cli-empty-folder = “{$path}” holds no file to read
cli-sheet-aside = sheet left aside: it is no known table, and other sheets of the workbook are read; it can be mapped if it is a table of yours
stacking-stacked-once = “{ $before }” and “{ $after }” ({ $kind }) complete each other: { $from }
stacking-series-once = Complete each other, for { $from } ({ $kind }): { $list }
## What trials asked to say better
column-usage = What for
usage-results = results
usage-survey = survey and opinions
usage-map = maps
usage-set-aside = another file of its kind counts instead
usage-silent = says nothing of what is asked, or nothing without another file
usage-unread = recognised and kept, no computation reads it
usage-apart = apart: a company’s headcount
note-vintages = {$kind}: vintage {$kept}; other vintages are loaded and not read ({$left}).
note-vintage-later = {$kind}: vintage {$kept} is later than the analysed year ({$year}); none is earlier.
sources-usage = For the chosen territory: {$usage}.
survey-match-nothing = no proposal: no published job title resembles this label enough
map-mismatch = No shape is of a territory of {$file}: the shapes are coded {$shapes}, the survey {$survey}. Check that both speak of the same territory and of the same division; shapes of communes need the table of communes and their basins.
plan-stands-gap = the same need as `supply`: indicative gap over 3 years ({$gap}), {$basis}; rule: {$rule}; a third for one year
plan-stands-projects = another need than `supply`: here the hiring projects of {$year}, one year; `supply` shows an indicative gap over 3 years ({$gap}), {$basis}; rule: {$rule}
plan-stands-alone = from the hiring projects of {$year}, one year; `supply` shows no gap for this occupation
supply-plan-need = Places a year that `plan` asks for: {$text}
supply-reading = Need and gap over 3 years. Source of the need: {$surveyed ->
    [one] the employer survey for {$answers} occupation
   *[other] the employer survey for {$answers} occupations
}{$counted ->
    [0] {""}
   *[other] , a public count of employment for {$counts}
}, hiring projects, at most, for {$projects}. Rule of sharing: {$rules}.
supply-plan-differs = `plan` counts places a year: a third of this gap where it is a lack, else the hiring projects of {$year}, which are another need ({$codes}).
choice-empty-no-candidate = Nothing is chosen: no candidate has a known cost.
choice-empty-excluded = { $count ->
    [one] Nothing is chosen: the only candidate is set aside before the choice, for the reason beside it.
   *[other] Nothing is chosen: all {$shown} candidates are set aside before the choice, each for the reason beside it.
}
choice-empty-proven = Nothing is chosen: no choice that these budgets and limits allow gains anything (proven).
choice-empty-not-found = Nothing is chosen: nothing was found within the effort allowed, which does not prove that there is nothing; no choice goes beyond {$bound}.
error-scenario-no-project = --scenario “{$found}”: a scenario is kept in a project; give the project’s .bassin file instead of its files
error-scenario-none = --scenario “{$found}”: the project has no scenario
error-max-occupations = --max-occupations 0 would leave no occupation to choose from: give 1 or more, or leave the limit out
choice-more-from = {$more}; the first rise comes from €{$euros} more on ({$exactness})
choice-more-next = €{$step} more ({$funder}): nothing changes; it takes €{$euros} to gain {$gain} ({$exactness})
choice-more-never = €{$step} more ({$funder}): nothing changes, and no further sum changes anything (proven)
choice-more-not-found = {$more}; the sum of the first rise is not found within the effort allowed: none up to €{$below} more (proven)
choice-next-exact = proven to the euro
choice-next-between = only below €{$below} is a rise proven impossible
kind-read-me = Text to be read, left aside
help-bassin = Territorial workforce planning: which occupations are under hiring pressure, why, what to do
help-demo = The window on the sample territory; without a display, its results in `bassin-demo`
help-check = What each file is, and every issue with its place
help-analyse = Results for a territory
help-anchor = The official ladder of tensions on a territory, for every occupation
help-validate = Whether last year’s flags announced this year’s difficulty, against persistence
help-couples = Basins and sectors that recruit two occupations: a job, and that of the spouse
help-supply = Training supply within reach of a territory, against what its occupations need
help-plan = The best use of a training budget among candidate programmes
help-catalogue = A training body’s own catalogue against the territories within its reach
help-company = A company’s headcount by occupation and age against its basin; for the company alone
help-map = An indicator by territory as a picture, on shapes of the user
help-survey = The employer survey: questionnaire, collection, weights, estimates, labels
help-survey-kit = Writes the questionnaire, its codebook and a cover note
help-survey-collect = Gathers filled questionnaires into the tables of one survey
help-survey-weights = Weights of the respondents on a register: groups, margins, what weighting costs
help-survey-estimate = Register of needs by occupation, with intervals, under the secrecy rules. What is printed is published: given a project, figures are decided with what has left it before, and are added to its memory
help-survey-match = ROME and FAP of job labels as employers type them
help-funding = Financing devices worth checking for a training, and why the others are left aside
help-indicators = Every indicator: definition, formula, unit, source
help-diagnostic = Version and folders; no personal data
help-help = Shows this help, or that of a command
help-arg-any-help = Shows the help
help-arg-any-version = Shows the version
help-arg-any-subcommand = The command whose help is asked for
help-arg-any-json = Machine-readable output (docs/json.md)
help-arg-any-lang = Language of texts: fr or en. The window keeps its own setting without it
help-arg-any-no-cache = Reads every file anew, and keeps nothing for the next time
help-arg-bassin-files = Project or data files to open in the window
help-arg-check-files = Files, folders or projects
help-arg-analyse-inputs = Files, folders, or a project. With a project, the figures of its survey that --out writes are decided with what has left it before, and are added to its memory
help-arg-analyse-territory = Typed code: be:8450, dep:15, reg:84, ze:8403, clpe:15001, epci:…, fr; that of the project by default
help-arg-analyse-perimeter = Text or CSV of commune codes: the territory, or a benchmark beside --territory
help-arg-analyse-benchmark = Territories to compare with: typed codes, or `similar` for the nearest in size and structure. Those of a project by default
help-arg-analyse-level = What the page lists: groups of FAP (fap87), domains, families of occupations; the files and the JSON hold them all
help-arg-analyse-sector = The page lists sectors of activity: of offers, and estimated from national hires. With a section of NAF (A to U), the occupations of that section alone; the JSON holds no other cell then
help-arg-analyse-year = Survey year; the latest loaded by default
help-arg-analyse-params = Changes of the method, as readable data: `{"{"} "prior_strength": 5, "cut": "region" {"}"}`
help-arg-analyse-out = Folder where the results are written
help-arg-analyse-format = Formats to write, with --out
help-arg-anchor-files = Files or folders: Dares tensions, classes by ROME and basin
help-arg-anchor-territory = Typed code: be:8450, dep:15, reg:84, fr
help-arg-validate-files = Files or folders: two surveys or more
help-arg-validate-territory = Typed code: be:8450, dep:15, reg:84, fr
help-arg-couples-files = Files or folders: a survey, and the hirings by ROME and NAF for sectors
help-arg-couples-occupations = Two codes of the survey’s nomenclature: V0X60,J3X43
help-arg-couples-near = Basins near this territory first: be:8450, dep:15, reg:84
help-arg-supply-files = Files, folders, or a project: its links between training and occupations hold
help-arg-supply-territory = Typed code: be:8450, dep:15, reg:84, ze:8403…
help-arg-supply-occupation = One occupation, in detail: V0X60
help-arg-supply-within = How far is near: 30km as the crow flies, or 45min of the travel times loaded
help-arg-plan-files = Files, folders, or a project: its programmes, changes and limits hold
help-arg-plan-territory = Typed code: be:8450, dep:15, reg:84, ze:8403…
help-arg-plan-budget = Euros: 150000 for anything, or of one funder: "France Travail=80000". In the place of the budgets of the project; may be repeated
help-arg-plan-max-occupations = Occupations among which programmes are chosen, at most
help-arg-plan-objective = stay (trained people who stay), cautious (the same at the low end) or places
help-arg-plan-floor = Places for a public, or for a sector of activity (section of NAF), at least: job-seekers=8, naf:Q=12. May be repeated
help-arg-plan-scenario = A scenario of the project, set beside what is without it
help-arg-plan-latest-start = The last day on which a session may begin
help-arg-plan-devices = Devices of your own, in the form of assets/params/financing.ron
help-arg-catalogue-catalogue = The body’s own catalogue of training
help-arg-catalogue-files = Files, folders, or a project: surveys, tensions, certifications, other catalogues
help-arg-catalogue-territory = Typed codes, one sheet for each: be:8450,dep:15
help-arg-catalogue-within = How far is near: 30km as the crow flies, or 45min of the travel times loaded
help-arg-company-headcount = The company’s headcount by occupation and age (docs/layouts.md)
help-arg-company-files = Files, folders, or a project: surveys, tensions, training
help-arg-company-territory = Typed code: be:8450, dep:15, reg:84, ze:8403…
help-arg-map-inputs = Files or folders with a BMO survey
help-arg-map-geo = Shapes: a GeoJSON file of communes, basins, départements or régions
help-arg-map-indicator = Identifier of an indicator (see `bassin indicators`)
help-arg-map-territory = A région or département draws what is inside it; a basin is marked
help-arg-map-level = be, dep, reg, ze, clpe or epci (epci with the table of its communes among the files); the finest of the first three that the shapes make by default
help-arg-map-occupation = One occupation of the survey: V0X60 or fap2021:V0X60
help-arg-map-year = Survey year; the latest loaded by default
help-arg-map-classes = Bounds between classes, ascending, shares 0–1; quantiles by default
help-arg-map-out = Picture to write: .svg or .png
help-arg-map-date = Date of the analysis, the only one in the picture; today by default
help-arg-survey-kit-out = Folder where the files are written
help-arg-survey-kit-wave = Tells one round from the next; the present year by default
help-arg-survey-kit-collector = Who asks, and who promises secrecy
help-arg-survey-kit-contact = Where answers are sent: an address, a name
help-arg-survey-kit-deadline = Last day to answer, as 2026-06-30; thirty days from now by default
help-arg-survey-kit-title = Title of the survey
help-arg-survey-kit-communes = Fills the drop-down list of communes with those of a territory: be:8450
help-arg-survey-kit-commune-names = Tables of communes that give their names; the built-in list holds codes alone
help-arg-survey-kit-force = Replaces files of the same names
help-arg-survey-collect-inputs = Filled questionnaires, or folders of them
help-arg-survey-collect-out = Folder where the tables are written
help-arg-survey-collect-force = Replaces tables of the same names
help-arg-survey-weights-responses = Tables of the survey: establishments, and occupations for estimates; or a project, whose territory, register and weights are then used where no option says otherwise
help-arg-survey-weights-frame = Register of establishments, or a table of counts by sector and size. Without it every answer counts for one
help-arg-survey-weights-territory = Typed code: be:8450, dep:15, reg:84; by default the basin, if all are of one, else everything
help-arg-survey-weights-method = How weights meet the margins; raking by default
help-arg-survey-weights-bounds = Accepted ratios of final to initial weights: low,high around 1; 0.3,3 by default
help-arg-survey-weights-take-all = Employees from which an establishment stands for itself alone; 50 by default
help-arg-survey-estimate-seed = Seed of the bootstrap: the same gives the same figures; that of the project, else 1
help-arg-survey-estimate-replicates = Bootstrap replicates; 0 for none
help-arg-survey-estimate-min-score = Labels without a code count for the ROME card they resemble from this score on, 0–1; 0.9 by default. A project decides on its labels itself, and takes none
help-arg-survey-match-labels = Labels; or files: one label a line, or a table with a column `libelle_metier`
help-arg-survey-match-min-score = Leaves aside what scores less, 0–1
help-arg-funding-audience = Who is trained; several describe the same people: job-seekers, job-seekers-far, employees, young, disabled, insertion, spouses, outside-basin
help-arg-funding-hours = Hours of training for one person
help-arg-funding-date = First day of the training: the rules of that day apply; those of today by default
help-arg-funding-content = certifying, blocks, short-adaptation, short-access or tutoring
help-arg-funding-contract = What the employer promises, with its months: cdi, cdd:6, professionnalisation:12, apprentissage:12, saisonnier:4, interim:6, or none
help-arg-funding-group = For a group of people
help-arg-funding-one-person = For one person at a time
help-arg-funding-employer-size = Employees of the firm
help-arg-funding-territory = Typed code: be:8450, dep:15, reg:84
help-arg-funding-devices = Devices of your own, in the form of assets/params/financing.ron
help-heading-usage = Usage
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-values = (one of: {$list})
help-default = (by default: {$value})
parameter-main-sector-share = share of the hires of an occupation that makes it its sector
planned-devices = Financing devices of your own
planned-devices-none = None: only the built-in devices are looked at.
planned-devices-of = {$file}: its devices are added to the built-in ones, or stand for those of the same identifier.
planned-devices-add = Load a file of devices…
planned-devices-remove = Take these devices out
need-grounds = {$source}; creations: {$creation}; departures: {$departures}
creating-announced = announced by employers for a year
creating-announced-then-rate = announced by employers for a year, then regional growth
creating-rate = regional growth, for want of an announcement
creating-unknown = unknown
leaving-announced = retirements announced by employers
leaving-pace = retirements announced for 36 months, at the same pace
leaving-announced-then-ages = retirements announced for 36 months, then by ages
leaving-ages = by the ages of employees
leaving-rate = regional rate, for want of announcements and of ages
leaving-unknown = unknown
indicator-need-creations-name = Posts to be created in the year
indicator-need-creations-definition = Hiring projects of the next twelve months that create a post; posts that close are not asked.
indicator-need-creations-nulls = Hidden under three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-aged-50-54-name = Employees aged 50 to 54
indicator-need-aged-50-54-definition = Employees of the occupation aged 50 to 54, from answers weighted on the register.
indicator-need-aged-50-54-nulls = Hidden under eleven persons or three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-aged-55-59-name = Employees aged 55 to 59
indicator-need-aged-55-59-definition = Employees of the occupation aged 55 to 59, from answers weighted on the register.
indicator-need-aged-55-59-nulls = Hidden under eleven persons or three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.
indicator-need-aged-60-plus-name = Employees aged 60 and over
indicator-need-aged-60-plus-definition = Employees of the occupation aged 60 and over, from answers weighted on the register.
indicator-need-aged-60-plus-nulls = Hidden under eleven persons or three respondents, when one dominates, or to cover another figure; without a value when the interval is too wide.

## The PDF
pdf-table = Table
pdf-figure = Figure
pdf-mark = Mark
pdf-page = page {$page} / {$pages}
pdf-dated = Analysis of {$date}
pdf-letters =
    { $count ->
        [one] One character is not in the font of the PDF, where it becomes □: {$list}
       *[other] {$count} characters are not in the font of the PDF, where they become □: {$list}
    }
pdf-error-logo = The logo is no readable PNG picture: choose another in the settings ({$detail})
pdf-error-picture = The figure “{$caption}” is no readable SVG picture ({$detail})
pdf-error-pages = The pages of the PDF could not be set: {$detail}
pdf-error-without = This version of Bassin writes no PDF: it was built without the feature “pdf”
## Command line: where a figure comes from
help-trace = Where the figures of a short name come from: K7Q2XA-9F, or K7Q2XA for a row
help-arg-trace-id = As printed: K7Q2XA-9F for a figure, K7Q2XA for all those of a row
help-arg-trace-inputs = Files, folders, or a project
help-arg-trace-territory = Typed code: be:8450, dep:15, reg:84, ze:8403…; that of the project by default
help-arg-trace-perimeter = Text or CSV of commune codes: the territory, or a benchmark beside --territory
help-arg-trace-benchmark = Territories that the document compares with; those of a project by default
help-arg-trace-year = Survey year; that of the project, else the latest loaded by default
help-arg-trace-params = Changes of the method, as readable data
help-arg-trace-date = Date of the analysis, as printed in the document; today by default
number-entrants-3y = Trained people who enter work in the occupation on the territory, in three years.
help-report = The documents of an analysis: note, sheets, programmes, bulletin, annex, plan of action and its evaluation, workshop
help-arg-report-inputs = A project, or files and folders. With a project, its territory, its method and what it decided of the documents hold, and what leaves is added to its memory
help-arg-report-territory = Typed code: be:8450, dep:15, reg:84… That of the project by default
help-arg-report-year = Survey year; that of the project, else the latest loaded, by default
help-arg-report-document = note, occupation, sector, programmes, body, company, respondent, bulletin, method, plan, evaluation, workshop
help-arg-report-format = docx and pdf for the documents; xlsx, csv, json and parquet for their figures
help-arg-report-occupation = Occupations of the sheets: V0X60,J3X43
help-arg-report-top = Sheets of the first occupations of the list, so many of them
help-arg-report-sector = Sections of NAF (A to U); every one that something is said of by default
help-arg-report-respondent = Identifiers of respondents, each given its own sheet and nobody else’s
help-arg-report-number = Number of the first respondent’s sheet: file names say no more of them
help-arg-report-catalogue = Catalogue of the training body, for `body`
help-arg-report-headcount = Headcount of the company, for `company`; it enters no other document
help-arg-report-date = Date of the analysis, the only one in the files; today by default
help-arg-report-out = Folder where the files are written, never over a source
help-chart = A chart of a territory as a picture: intervals, quadrant, trend, causes, columns, balance
help-arg-chart-files = Files, folders, or a project
help-arg-chart-territory = Typed code: be:8450, dep:15, reg:84, ze:8403…
help-arg-chart-kind = intervals, quadrant, trend, causes, columns or balance
help-arg-chart-occupation = Codes of occupations: V0X60 or fap2021:V0X60; several for a trend. Causes and balance are of one; without it, a trend is of families and columns are of sectors
help-arg-chart-out = Picture to write: .svg or .png
help-arg-chart-date = Date of the analysis, the only one in the picture; today by default

## Documents in the window
documents-as-preview = Preview
documents-as-hidden = What is hidden
documents-kind = Document
documents-about-note = For elected members or a committee: what is tense, how surely, why, and what training cannot solve.
documents-about-occupation = One page per occupation, to hand to a company, a training body or an elected member.
documents-about-sector = The occupations of a sector of activity and what its employers say of them.
documents-about-programmes = The continuing-education programmes proposed, one page each and a summary table, for those who fund.
documents-about-body = Where the catalogue of a training body meets the needs of the area, and where it does not lead there.
documents-about-company = What the basin says of the occupations of a company, without any other employer.
documents-about-respondent = Where it stands among the other respondents, for it alone; secrecy is checked.
documents-about-bulletin = What has changed since the last edition, in two pages.
documents-about-method = How the figures are made: formulas, settings, sources.
documents-catalogue = Catalogue of the training body
documents-identifier = Identifier of the respondent
documents-number = Number of the return
documents-number-unread = Give a number: it names the file, and nothing else does.
documents-prepare = Prepare
documents-no-body = Load the catalogue of the training body at the Sources step: the sheet is made from it.
documents-no-headcount = Choose the headcount of the company, at the left.
dress-title = Presentation: organisation, logo, colour
dress-about = The same for all documents of this project.
dress-organisation = Who publishes
dress-logo = Logo (PNG)
dress-logo-choose = Choose a logo…
dress-logo-remove = Remove the logo
dress-logo-shows = What the logo shows
dress-logo-silent = Say what the logo shows: it is read to those who do not see it.
dress-logo-bad = {$path} cannot serve as a logo: it must be a PNG of at most 4,000 points a side.
dress-accent = Colour of headings
dress-accent-blue = Blue
dress-accent-green = Green
dress-accent-burgundy = Burgundy
dress-accent-plum = Plum
dress-accent-brown = Brown
dress-accent-slate = Slate
dress-accent-back = Original colour
dress-accent-unread = A colour is written with six digits or letters from A to F, for instance #1F4E79.
dress-contrast-enough = Contrast with paper: {$ratio} to 1, readable (4.5 are needed).
dress-contrast-pale = Contrast with paper: {$ratio} to 1, too pale (4.5 are needed). Headings will be darkened to {$ink}.
documents-no-identifier = Give the identifier of a respondent. It is kept nowhere, and the file bears only the number.
documents-no-sector = Nothing is said of a sector: job offers or a local survey are needed.
documents-nothing = No occupation in this territory.
documents-all-sectors = export all sectors
documents-parts = Parts: {$on} of {$all}
documents-parts-help = Untick what must not be in it; ▲ moves a part up.
documents-raise = Move up: {$part}
documents-parts-back = Back to the parts as they come
documents-part-facts = Key figures
documents-part-lever = What is to be done
documents-part-comparison = Here and elsewhere
documents-part-chart = Chart
documents-part-pages = A page for each programme chosen
documents-part-others = A page for each other candidate
documents-part-reading = How to read this document
documents-words = Your words
documents-title = Title (empty: as it comes)
documents-words-help = An empty line parts two paragraphs; a dash opens a list. A figure cited by its short name, in braces, stays up to date.
documents-figure = Figure to cite
documents-figure-none = click a figure of the preview, or choose
documents-insert-introduction = Cite in the introduction
documents-insert-conclusions = Cite in the conclusions
documents-broken = “{$written}” is the name of no figure of this document.
documents-broken-help = The text shows these names as they are, followed by (?): correct them, or take them out.
documents-click = Click a figure to know where it comes from; its short name follows it.
documents-refused = This document is not made: {$why}
documents-failed = The document could not be composed; the project is untouched.
documents-hidden-none = Nothing is hidden: no answer of a survey enters these documents.
documents-hidden-count =
    { $count ->
        [one] {$shown} figure hidden by secrecy
       *[other] {$shown} figures hidden by secrecy
    }
documents-as-paper = Document:
documents-as-figures = Its figures:
documents-format-docx = Word
documents-format-pdf = PDF
documents-format-xlsx = Excel
documents-format-csv = CSV
documents-format-json = JSON
documents-format-parquet = Parquet
documents-writing = writing: {$done} of {$all}

# Official readings side by side
table-readings = Official readings
table-readings-about = Every official class read for an occupation that has more than one, or only uncertain readings. “Kept”: the one that the diagnosis shows, the finest published rung. The others are context: they are never mixed with it. A ROME card or a code of another edition of FAP may cover several occupations; their number is then told.
column-reading-of = Reading
column-reading-kept = Kept
column-reading-class = Official class
column-reading-lever = Lever that its causes call for
reading-of-basin = France Travail, ROME card of this occupation alone in the basin ({$year}); method not published
reading-of-dares = Dares, {$rung} ({$year})
reading-of-dares-converted = Dares, {$rung} ({$year}), read under {$code}
reading-code = {$code} “{$label}”, FAP {$edition}
reading-of-rome = France Travail, ROME card {$card} in the basin ({$year}); method not published
reading-shared = {$words}; this code covers {$count} { FORM($count, "occupation", "occupations") }
portrait-readings-apart = Another official reading stands on the other side of the tension threshold: {$list}.
portrait-readings-unsure = Uncertain official readings, shown without being kept: {$list}.
portrait-reading = class {$class} of 5 ({$words})
reason-other-lever = Another official reading would lead to another lever: {$lever} ({$words}).
sheet-readings = Other official readings
sheet-readings-about = Context, never mixed with the class that is kept.
sheet-reading-class = class {$class} of 5

# Settings changed, lists without surprise
bar-settings-changed = { $count ->
    [one] {$count} setting changed
   *[other] {$count} settings changed
  }
bar-find-none = No territory of that name or code in the loaded files.
cli-list-about = Flagged occupations, in the order of recommendations: rank, code, occupation, published projects (or bounds), probability P of exceeding the cut, lever
cli-list-evidence = Flagged by the data of the territory
cli-list-presumed = Presumed, apart: from the département, the region or France, to be confirmed on the spot
cli-list-official = Tense by their official class
paper-list-presumed-caption = Occupations presumed from the département, the region or France, to be confirmed on the spot
cli-list-empty = No occupation is flagged.

# Families on both sides of a change of nomenclature
evolution-family = same title in both editions; occupations may have changed family
chart-break-families = Vertical line: the nomenclature of occupations changes. A family keeps its title, but occupations may have changed family: both sides are to be compared with caution, and nothing is joined.
chart-seen-families = From {$before} to {$after}, the nomenclature of occupations changes ({$old}, then {$new}): occupations may have changed family, these years are to be compared with caution.

# Maps: what shades do not say
map-unsettled = { $count ->
    [one] For {$shown} territory, the bounds lie in several shades: its shade is no settled difference.
   *[other] For {$shown} territories, the bounds lie in several shades: their shade is no settled difference.
  }

# Causes of an occupation without a sign of tension
chart-causes-quiet = Published causes, without a sign of tension on the territory: {$label}

# The same message on several rows
cli-same-issue = { $count ->
    [one] — and {$shown} more time
   *[other] — and {$shown} more times
  }

# The ladder read in the edition of its file
cli-anchor-edition = Codes of FAP 2009, the edition of this file. “analyse” reads occupations in the edition of the survey of the year and goes from one to the other: an occupation that corresponds to several codes may have another class there.
## Archive of the project

menu-archive = Archive of the project…
dialog-archive = Archive of a Bassin project
error-not-empty = this folder is not empty: nothing is written into it; choose another one
error-archive-to-restore = Archive of a project, left aside: open it first with `bassin restore`: {$path}
error-archive-no-project = Not a saved project (.bassin): {$path}
error-archive-none-and-more = --with none goes with no other choice
archive-title = Archive of the project
archive-always = One file, to be handed to a colleague or kept for next year. It always holds the project: territory, settings of the method, devices of your own, decisions, your texts and logo, and the fingerprint of each source. Choose what goes with it.
archive-with-public = Published sources
archive-with-public-help = BMO survey, tensions, certifications, nomenclatures…: anyone may obtain them.
archive-with-own = Files of your own without any answer
archive-with-own-help = Training catalogues, job offers (which may name an employer), job seekers, travel times, proven programmes, maps.
archive-with-respondents = Answers of employers and actors, the register of establishments, headcounts of companies
archive-with-respondents-help = With this choice alone: the answers, the memory of exports, the labels that employers wrote, and any file of which a part was not recognised.
archive-treat = This archive holds answers, or what they can be found from: keep it and pass it on as the answers themselves.
archive-own-words = No answer is in the archive; what you wrote yourself (introductions, conclusions, notes, names) is in it as it is.
archive-memory-inside =
    { $count ->
        [one] The memory of {$shown} export is in the archive.
       *[other] The memory of {$shown} exports is in the archive.
    }
archive-memory-left =
    { $count ->
        [one] The memory of {$shown} export is not in the archive, since answers can be found from it. The archive knows that it lacks it: whoever has the answers should export from the original project.
       *[other] The memory of {$shown} exports is not in the archive, since answers can be found from it. The archive knows that it lacks it: whoever has the answers should export from the original project.
    }
archive-labels-left =
    { $count ->
        [one] Not in the archive: {$shown} label of an occupation written by an employer, with what it means.
       *[other] Not in the archive: {$shown} labels of occupations written by employers, with what they mean.
    }
archive-traces-left =
    { $count ->
        [one] Not in the archive: names of the files of answers that {$shown} action was decided on.
       *[other] Not in the archive: names of the files of answers that {$shown} actions were decided on.
    }
archive-mappings-left =
    { $count ->
        [one] Not in the archive: how {$shown} form of answers is read, which quotes what is written there.
       *[other] Not in the archive: how {$shown} forms of answers are read, which quotes what is written there.
    }
archive-forgotten =
    { $count ->
        [one] This project comes from an archive without the memory of {$shown} export: an answer could be found from the difference with what has already left. Rather export from the original project.
       *[other] This project comes from an archive without the memory of {$shown} exports: an answer could be found from the difference with what has already left. Rather export from the original project.
    }
archive-other-version = Made by Bassin {$version}: lists and parameters built into this version may differ.
archive-source = {$name} ({$kinds}): {$why}
archive-source-unread = {$name}: {$why}
archive-why-chosen = in the archive
archive-why-not-chosen = not in the archive, not chosen
archive-why-unread = not in the archive: a part of it was not recognised and may hold answers
archive-why-absent = not in the archive: file not found, unreadable or not read
archive-why-built-in = comes with Bassin
archive-why-too-large = not in the archive: more than one gibibyte
archive-reading = Sources are being read: the archive waits until it is known what they hold.
archive-save = Save the archive…
archive-save-beside = Save beside the project
archive-leave = Do nothing
archive-written = The archive is written:
archive-failed = The archive could not be dealt with; the project is untouched.
archive-changed = This source has changed since it was read: read it again before making the archive: {$path}
archive-too-large = The chosen sources exceed two gibibytes: choose fewer.
archive-alone = An archive of a project is opened by itself: it is not added to the sources.
archive-looked-title = Open an archive of a project
archive-unsaved = The open project has changes that are not saved: they will give way to that of the archive.
archive-into = What it holds will be written into a new folder: {$folder}
archive-open-beside = Open beside the archive
archive-folder = Choose another folder…
archive-spoilt = Not written: “{$name}” is missing in the archive, or is no longer what was put in
archive-refused-of = {$why}: {$detail}
archive-refused-not-one = This file is not an archive of a Bassin project
archive-refused-damaged = The archive is damaged: nothing is written
archive-refused-newer = The archive comes from a newer version of Bassin, which must be installed
archive-refused-cancelled = The opening of the archive was given up: nothing is written
archive-refused-twice = The archive was tampered with (two members of one name): nothing is written
archive-refused-path = The archive was tampered with (a name that leads out of the folder): nothing is written
archive-refused-unlisted = The archive was tampered with (a member that it does not announce): nothing is written
archive-refused-not-a-file = The archive was tampered with (a link, a folder or an encrypted member): nothing is written
archive-refused-too-large = The archive inflates beyond what it announces or what is accepted: nothing is written
archive-refused-altered = The project of the archive is no longer the one that was put in: nothing is written
archive-refused-elsewhere = The archive was tampered with (its project names a file elsewhere): nothing is written
help-archive = A project in one file, to hand over or to keep: its decisions, and the sources chosen
help-restore = Opens the archive of a project into a folder of its own
help-arg-archive-project = A saved project
help-arg-archive-out = File to write; `.bassin.zip` is added where it is no zip
help-arg-archive-with = What goes with the project: public (published files), own (your catalogues, offers and maps), respondents (answers, names of establishments, headcounts, the memory of exports), all or none
help-arg-restore-archive = The archive of a project
help-arg-restore-out = Folder to write, which is not there or has nothing in it

## Where a figure of a document for one reader comes from

help-arg-trace-catalogue = Catalogue of the training body whose gap sheet the name is printed on
help-arg-trace-headcount = Headcount of the company whose kit the name is printed on
help-arg-trace-respondent = Identifier of the respondent whose return the name is printed on

## Printing the workbook

workbook-printed = columns 1 to {$on} of {$all}, the rest on the screen
## The plan of action: what it is
actor-kind-local = commune or agglomeration
actor-kind-chamber = consular chamber
actor-kind-state = State service
actor-kind-france-travail = France Travail
actor-kind-region = Region
actor-kind-opco = OPCO
actor-kind-training-body = training body
actor-kind-company = company
actor-kind-association = association
actor-kind-other = other
action-status-idea = idea
action-status-decided = decided
action-status-running = running
action-status-done = done
action-status-stopped = stopped
action-role-accountable = answers for it
action-role-responsible = does it
action-role-consulted = is consulted
action-role-informed = is informed
practice-existing = to be spread
practice-new = to be started
indicator-kind-achievement = achievement
indicator-kind-result = result
direction-up = higher is better
direction-down = lower is better
reached-yes = reached
reached-partly = partly reached
reached-no = not reached
reached-not-known = nothing measured that tells
places-opened = places opened
places-entered = entered training
places-completed = completed
places-employed-6 = in employment at six months
places-there-12 = still there at twelve months
plan-event-added = action written
plan-event-adopted = recommendation adopted
plan-event-decided = decision, on the figures kept
plan-event-signed-off = signed off
plan-event-status = change of status
plan-event-lead = lead
plan-event-milestone = milestone reached
plan-event-measured = measure
plan-event-realised = what was realised
plan-event-evaluated = evaluation changed
plan-evaluated = {$part}, which said “{$former}”
plan-evaluated-empty = {$part}, empty until then
plan-evaluated-done = what was done
plan-evaluated-hindered = what hindered
plan-evaluated-follows = what follows
plan-evaluated-reached = aim reached
plan-evaluated-year = year {$year}
plan-event-removed = removed
plan-event-year-started = new year
plan-event-note = remark
edit-plan-seed = start of the plan of action
edit-plan-lists = levers, targets and times of work
edit-plan-actor = actor
edit-plan-add = new action
edit-plan-adopt = action from a recommendation
edit-plan-sheet = action sheet
edit-plan-status = status of an action
edit-plan-decide = decision of an action
edit-plan-sign = sign-off of an action
edit-plan-lead = lead
edit-plan-milestone = milestone
edit-plan-indicator = indicator
edit-plan-measure = measure of an indicator
edit-plan-realised = what was realised
edit-plan-evaluate = evaluation of a closed action or year
edit-plan-remove = removal from the plan of action
edit-plan-workshop = workshop
edit-plan-merge = grouping of proposals
edit-plan-paste = paste into the plan of action
edit-plan-note = remark in the journal
edit-plan-year = move to a new year

## The plan of action: what it says
plan-name-gone = {$name} (removed)
plan-name-unknown = {$id} (unknown)
plan-finding-no-lead = “{$action}” has no lead
plan-finding-two-leads = “{$action}” has several leads: {$actors}
plan-finding-broken-lead = “{$action}”: its lead is no longer in the register, {$actor}
plan-finding-overload = {$actor} leads {$count} { FORM($count, "action", "actions") } at once, for {$capacity} { FORM($capacity, "announced", "announced") }: {$actions}
plan-finding-alike = “{$a}” and “{$b}” may do the same: {$why}
plan-shared-across = different leads
plan-shared-lever = same lever, {$lever}
plan-shared-targets = same target, {$list}
plan-shared-occupations = same occupation, {$list}
plan-shared-words = words in common, {$list}
plan-due-milestone = milestone “{$milestone}” of “{$action}”
plan-due-end = end of “{$action}”
plan-due-measure = measure of “{$indicator}”
plan-due-late = {$what}: due on {$date}, {$days} { FORM($days, "day", "days") } late
plan-due-today = {$what}: due today, {$date}
plan-due-coming = {$what}: due on {$date}, in {$days} { FORM($days, "day", "days") }
plan-too-many = {$count} { FORM($count, "indicator", "indicators") }: beyond a dozen, nobody keeps them up
plan-withheld = hidden: from answers to the survey, not out of the project yet
plan-hidden = hidden
plan-figure-dated = {$value} in {$year}
plan-points = {$points} { FORM($points, "point", "points") }
plan-followed-then = {$label}: {$then}; {$change}
plan-followed = {$label}: {$then}, {$now}; {$change}
plan-followed-difference = {$difference}, {$change}
plan-change-up = a rise larger than the noise: the two {$level} intervals lie apart
plan-change-down = a fall larger than the noise: the two {$level} intervals lie apart
plan-change-unchanged = unchanged, interval included
plan-change-within-noise = no larger than the noise: the two {$level} intervals overlap
plan-change-cannot-say = nothing can be said of the change: {$why}
plan-why-not-loaded = no file that was read gives the present figure
plan-why-same-year = the files read are of the year of the decision
plan-why-earlier = the files read are of a year before the decision
plan-why-territory = the territory is no longer the same
plan-why-method = the settings of the method changed in between
plan-why-broken = the codes of occupations changed, the series stops
plan-why-missing = the files read no longer have this figure
plan-why-not-given = no file that was read gives this figure
plan-why-hidden = the figure is hidden, then or now
plan-not-kept = not kept: from answers to the survey, not out of the project on that day
plan-why-not-kept = the decision did not keep this figure, from answers to the survey that had not left the project
plan-why-withheld = the figure comes from answers to the survey and has not left the project
plan-why-weak = the figure is presumed, then or now
plan-why-masking = its bounds are those of masked cells, which are no margin of error
plan-why-no-interval = its error is not known, this figure has no interval
plan-places-both = {$name}: {$realised}; planned: {$planned}
plan-places-planned = {$name}: nothing said yet; planned: {$planned}
plan-places-realised = {$name}: {$realised}, not planned
plan-places-reason = reason noted on {$date}: {$reason}
plan-places-programme = all actions of the programme “{$programme}”
plan-entry = {$date} — {$what}
plan-entry-by = {$date}, {$who} — {$what}
plan-indicator-value = {$value} {$unit}
plan-indicator-latest = {$value} on {$date}
plan-indicator-never = never measured
plan-indicator-baseline = baseline {$value}
plan-indicator-target = target {$value}
plan-indicator-again = to be noted: {$value} from {$source}
plan-money-secured = {$funder}: {$sum} (secured)
plan-money-asked = {$funder}: {$sum}

## The plan of action: from a diagnosis
frozen-label = {$what} — {$of}
plan-adopt-title-none = {$occupation}: action to be specified
plan-adopt-title-training = {$occupation}: train more
plan-adopt-title-training-with-commitment = {$occupation}: train, with a commitment of employers
plan-adopt-title-job-quality = {$occupation}: act on the conditions of the jobs
plan-adopt-title-widen-pool = {$occupation}: widen the pool with short programmes
plan-adopt-title-retention = {$occupation}: retain people and share jobs
plan-adopt-title-mobility = {$occupation}: lift obstacles of housing and mobility
plan-adopt-title-ask-employers = {$occupation}: ask employers
plan-indicator-places-name = Places opened — {$occupation}
plan-indicator-places-about = Training places opened in the year for the occupation “{$occupation}”, counted by the bodies that open them.
plan-indicator-places-unit = places
plan-indicator-employed-name = In employment at six months — {$occupation}
plan-indicator-employed-about = People trained for the occupation “{$occupation}” and in employment in the territory six months after the end of the training.
plan-indicator-employed-unit = people
plan-indicator-companies-name = Companies committed — {$occupation}
plan-indicator-companies-about = Companies that hire for the occupation “{$occupation}” and apply what the action plans.
plan-indicator-companies-unit = companies
plan-indicator-share-name = Share of difficult projects — {$occupation}
plan-indicator-share-about = Shrunk share of hiring projects expected to be difficult for the occupation “{$occupation}”, read again in the survey of each year; it does not say whether the action is the cause.

## The plan of action: pasted from a spreadsheet, copied to it
plan-column-id = Identifier
plan-column-question = Question
plan-column-table = Table
plan-column-text = Proposal
plan-column-practice = Practice
plan-column-occurrences = Occurrences
plan-column-priority = Priority
plan-column-lever = Lever
plan-column-action = Action
plan-column-occupation = Occupation
plan-column-title = Action
plan-column-objective = Objective
plan-column-targets = Targets
plan-column-occupations = Occupations
plan-column-sectors = Sectors
plan-column-wave = Time
plan-column-lead = Lead
plan-column-partners = Partners
plan-column-group = Project group
plan-column-begins = Start
plan-column-ends = End
plan-column-budget = Budget
plan-column-status = Status
plan-column-risks = Risks
plan-column-notes = Notes
plan-column-name = Indicator
plan-column-kind = Kind
plan-column-definition = Definition
plan-column-source = Source
plan-column-unit = Unit
plan-column-baseline = Baseline
plan-column-baseline-on = Baseline date
plan-column-target = Target
plan-column-target-on = Target date
plan-column-direction = Direction
plan-column-owner = Owner
plan-column-every-months = Every (months)
plan-column-next = Next measure
plan-paste-nothing = Nothing to paste
plan-paste-no-titles = The first row does not hold the titles of the columns
plan-paste-refused = row {$row} left out, column “{$column}”: {$why}
plan-paste-not-a-number = “{$text}” is not a number
plan-paste-not-a-sum = “{$text}” is not a sum. These are read: 12000, 12000.50, Region: 12000, 12000.50 € Region, apart by a semicolon, followed by (secured) for what is obtained
plan-paste-not-a-date = “{$text}” is not a date
plan-paste-not-a-code = “{$text}” is not a code with its list, such as fap2021:V0X60, nor a section of NAF
plan-paste-not-yes-no = “{$text}” is neither yes nor no
plan-paste-not-a-word = “{$text}” is not a word of the list
plan-paste-no-such-name = “{$text}” names nothing of the plan
plan-paste-empty = the cell is empty, without it the row says nothing
plan-cycle-not-after = {$year} does not come after {$last}, the last year of the plan or of its archive

## The plan of action: command line
help-plan-status = Where the plan of action of a project stands: leads, delays, planned and realised, figures
help-arg-plan-status-project = A project that holds a plan of action
help-arg-plan-status-date = The day that it is told for; today by default
error-not-a-project = This is not a Bassin project: {$path}
plan-status-none = This project has no plan of action yet.
plan-status-without-files = The present figures could not be read: those of the decisions are shown alone.
plan-status-title = Plan of action {$year}, on {$date}
plan-status-title-undated = Plan of action, on {$date}
plan-status-group = {$name} ({$count})
plan-status-idea = Ideas
plan-status-decided = Decided
plan-status-running = Running
plan-status-done = Done
plan-status-stopped = Stopped
plan-status-lead = lead: {$lead}
plan-status-ends = ends on {$date}
plan-status-part-findings = To be settled
plan-status-part-late = Late
plan-status-part-indicators = Indicators
plan-status-part-places = Planned and realised
plan-status-part-figures = Figures of the decisions, then and now
plan-status-decision = “{$action}”, figures kept on {$date}
plan-status-no-cause = A change is not the effect of the action: nothing here measures that.

## The plan of action in documents: columns
column-action = Action
column-action-budget = Budget
column-action-calendar = Calendar
column-action-decided = Decided
column-action-funders = Funders
column-action-group = Project group
column-action-indicators = Indicators
column-action-lead = Lead
column-action-lever = Lever
column-action-milestones = Milestones
column-action-notes = Notes
column-action-objective = Objective
column-action-occupations = Occupations
column-action-partners = Partners
column-action-practice = Practice
column-action-programme = Programme
column-action-reached = Objective reached
column-action-risks = Risks
column-action-sectors = Sectors
column-action-secured = Secured
column-action-signed = Signed off
column-action-status = Status
column-action-targets = Targets
column-action-wave = Time of work
column-actor = Actor
column-actor-can = What it can do
column-actor-capacity = Can lead
column-actor-contact = Contact
column-actor-does = What it does
column-actor-kind = Kind
column-actor-leads = Leads
column-actor-led = Actions it answers for
column-actor-levers = Levers
column-actor-parts = Takes part in
column-actor-roles = Role
column-closed-actions = Actions
column-closed-carried = Carried over
column-closed-done = Done
column-closed-evaluation = Evaluation
column-closed-on = Closed on
column-closed-stopped = Stopped
column-closed-year = Year
column-due-date = Due
column-due-days = Delay
column-due-kind = Kind
column-due-what = What is expected
column-entry-date = Date
column-entry-event = Event
column-entry-figures = Figures of the decision
column-entry-subject = Subject
column-entry-who = By whom
column-entry-words = Detail
column-euros = Amount
column-figure-change = Change
column-figure-difference = Difference
column-figure-label = Figure
column-figure-now = Today
column-figure-then = When decided
column-figure-why = Why nothing is said of it
column-finding = Finding
column-finding-kind = Kind
column-follow-actions = Actions followed
column-follow-baseline = Baseline
column-follow-baseline-on = Baseline on
column-follow-definition = Definition
column-follow-direction = Better
column-follow-every = Every (months)
column-follow-indicator = Indicator
column-follow-kind = Kind
column-follow-latest = Last measure
column-follow-latest-on = Measured on
column-follow-measures = Measures
column-follow-next = Next measure
column-follow-owner = Owner
column-follow-reached = Target reached
column-follow-source = Source
column-follow-target = Target
column-follow-target-on = Target on
column-frame-actions = Actions
column-frame-begins = Begins
column-frame-ends = Ends
column-frame-euros = Budget
column-frame-kind = Kind
column-frame-name = Name
column-frame-note = Note
column-frame-open = Open
column-funder = Funder
column-measure-note = Note
column-measure-on = Date
column-measure-source = Source
column-measure-value = Value
column-milestone = Milestone
column-milestone-done = Reached on
column-milestone-due = Due
column-milestone-state = State
column-near-other = And this proposal
column-near-score = Likeness (of a hundred)
column-near-words = Words in common
column-outcome-done = What was done
column-outcome-follows = What follows
column-outcome-hindered = What hindered
column-planned-completed = Planned, completed
column-planned-employed-6 = Planned, in employment at six months
column-planned-entered = Planned, entered
column-planned-opened = Places planned
column-planned-there-12 = Planned, there at twelve months
column-planned-told = Planned path
column-practice = Practice
column-programme-actions = Actions
column-programme-partial = Left out of totals
column-proposal = Proposal
column-realised-completed = Completed
column-realised-employed-6 = In employment at six months
column-realised-entered = Entered
column-realised-on = As of
column-realised-opened = Places opened
column-realised-reason = Reasons for the difference
column-realised-source = Source
column-realised-there-12 = There at twelve months
column-role-accountable = Answers for it
column-role-consulted = Consulted
column-role-informed = Informed
column-role-responsible = Do it
column-said-by = Tables
column-said-contributions = Contributions
column-said-groups = Grouped proposals
column-said-occurrences = Occurrences
column-said-sticker = Sticker
column-said-stickers = Stickers
column-said-table = Table
column-said-tables = Tables
column-said-under = Grouped under
column-said-unsaid = Without a table
column-secured = Money
column-then-mark = Short name
column-then-n = n
column-then-on = Decided on
column-then-source = Files
column-then-year = Year
column-told-completed = Completed
column-told-employed-6 = In work at six months
column-told-entered = Entered
column-told-opened = Places opened
column-told-there-12 = There at twelve months

## The plan of action in documents: tables
table-plan-actions = Plan of action in figures
table-plan-actions-about = The plan of action counted: actions, milestones, indicators, proposals of the workshop.
table-cadre-plan = Levers, targets, times
table-cadre-plan-about = What the territory acts on, for whom, in which times of work, and how many actions belong to each.
table-actions = Actions
table-actions-about = One action a row, as its sheet holds it; entered in the project.
table-acteurs-actions = Who does what
table-acteurs-actions-about = The matrix: one row for each actor in each action where it has a role.
table-acteurs = Actors
table-acteurs-about = The register of actors, and what each answers for among the open actions.
table-a-regler = To be settled
table-a-regler-about = What the plan lacks, where it contradicts itself, what may stand in it twice.
table-jalons = Milestones
table-jalons-about = The steps of each action, due and reached.
table-echeances = Due dates
table-echeances-about = What is late, then what comes within three months: milestones, ends of actions, measures.
table-budget-actions = Budget of actions
table-budget-actions-about = Who pays how much for each action; “secured”: promised in writing.
table-indicateurs = Follow-up indicators
table-indicateurs-about = What the plan is followed by: baseline, target, last measure, who measures and when.
table-mesures = Measures of indicators
table-mesures-about = Each measure with its date and source, in the order of writing.
table-suivi = Planned and realised
table-suivi-about = For each action, from places opened to people still there at twelve months: realised of planned. A dash: nothing is said of it, which is not zero.
table-suivi-programmes = Planned, realised, programmes
table-suivi-programmes-about = The same path for each programme; each sum is of the actions that say both what was planned and what was realised.
table-chiffres-decision = Figures of decisions
table-chiffres-decision-about = The figures that each action was decided on, as they were published that day, and the same today. A change is no effect of the action.
table-questions-atelier = Questions of the workshop
table-questions-atelier-about = What was answered to each question. An occurrence is no share of those who took part.
table-restitution = Restitution of the workshop
table-restitution-about = Proposals grouped, the one written most often first. An occurrence is a time that a table wrote it, never a share of those who took part.
table-propositions = Proposals of the workshop
table-propositions-about = Each contribution as it was written, with the one that it is grouped under.
table-rapprochements = Likenesses to be confirmed
table-rapprochements-about = Proposals that may say the same; nobody confirmed it, and they are counted apart.
table-journal-decisions = Journal of decisions
table-journal-decisions-about = Who decided what, when, on which figures; a line is never written again.
table-bilans-annuels = Closed years
table-bilans-annuels-about = Each closed year, with its evaluation.
table-annees-closes = Actions of closed years
table-annees-closes-about = The actions of each closed year, as they stood that day.

## The plan of action in documents: words of tables
fact-plan-actions = Actions
fact-plan-open = Open actions
fact-plan-idea = Actions that are ideas
fact-plan-decided = Actions decided, not begun
fact-plan-running = Actions under way
fact-plan-done = Actions done
fact-plan-stopped = Actions stopped
fact-plan-unbegun = Actions not begun
fact-plan-signed = Actions signed off
fact-plan-levers = Levers of the territory
fact-plan-levers-used = Levers with an action
fact-plan-actors = Actors of the register
fact-plan-euros = Planned budget
fact-plan-euros-secured = Secured budget
fact-plan-places = Training places planned
fact-plan-places-actions = Actions that plan places
fact-plan-entered = People who entered training, where a plan is said
fact-plan-entered-planned = Entries planned by the same actions
fact-plan-entered-actions = Actions that say both
fact-plan-followed = Actions with a training path
fact-plan-milestones = Milestones
fact-plan-milestones-due = Milestones due or reached
fact-plan-milestones-done = Milestones reached
fact-plan-milestones-kept = Milestones reached in time
fact-plan-late = Due dates missed
fact-plan-coming = Due dates within three months
fact-plan-indicators = Indicators
fact-plan-indicators-measured = Indicators measured at least once
fact-plan-indicators-aimed = Indicators with a target
fact-plan-indicators-reached = Indicators at their target
fact-plan-figures = Figures kept with decisions
fact-plan-figures-up = Figures up by more than the noise
fact-plan-figures-down = Figures down by more than the noise
fact-plan-figures-unchanged = Figures unchanged, interval included
fact-plan-figures-noise = Figures whose change is within the noise
fact-plan-figures-silent = Figures that nothing can be said of
fact-plan-journal = Lines of the journal
fact-plan-questions = Questions of the workshop
fact-plan-contributions = Contributions
fact-plan-occurrences = Occurrences
fact-plan-tables = Tables
fact-plan-tables-unsaid = Contributions without a table number
fact-plan-groups = Grouped proposals
fact-plan-alone = Proposals not grouped
fact-plan-stickers = Priority stickers
fact-plan-existing = Existing practices
fact-plan-new = New practices
plan-table-from = from {$date}
plan-table-until = until {$date}
plan-table-to-name = to be named
plan-table-no-lever = Without a lever
plan-table-no-question = Without a question
plan-table-untitled = Untitled action
plan-table-named-text = named by the text of the seminar
plan-table-named-diagram = named by its diagram
plan-table-frame-lever = lever
plan-table-frame-target = target
plan-table-frame-wave = time of work
plan-table-milestone-done = {$name} (reached on {$date})
plan-table-milestone-due = {$name} (due {$date})
plan-table-milestone-kept = kept
plan-table-milestone-to-come = to come
plan-table-milestone-not-reached = not reached, action over
plan-table-milestone-undated = without a date
plan-table-milestone-after = reached, {$shown} { FORM($count, "day", "days") } late
plan-table-days-late = {$shown} { FORM($count, "day", "days") } late
plan-table-days-ahead = in {$shown} { FORM($count, "day", "days") }
plan-table-secured = {$funder}: {$sum} (secured)
plan-table-asked = {$funder}: {$sum} (to be confirmed)
plan-table-money-secured = secured
plan-table-money-asked = to be confirmed
plan-table-step = {$step}: {$count}
plan-table-of = {$realised} of {$planned}
plan-table-partial = {$step}: {$shown} { FORM($count, "action", "actions") }
plan-table-target-reached = reached
plan-table-target-not-reached = not reached
plan-table-due-milestone = milestone
plan-table-due-end = end of an action
plan-table-due-measure = measure
plan-table-finding-no-lead = no lead
plan-table-finding-two-leads = several leads
plan-table-finding-broken-lead = lead removed from the register
plan-table-finding-overload = overload
plan-table-finding-alike = possible duplicate
plan-table-finding-too-many = too many indicators
plan-table-change-up = up, beyond the noise
plan-table-change-down = down, beyond the noise
plan-table-change-unchanged = unchanged
plan-table-change-within-noise = within the noise
plan-table-change-cannot-say = nothing can be said

## The plan of action in documents: headings
paper-kind-plan = plan of action
paper-kind-evaluation = evaluation of the plan
paper-kind-workshop = restitution of the workshop
paper-subtitle-actions = Territory {$code} · figures of the BMO survey {$year}
paper-subtitle-code = Territory {$code}
paper-plan-title = Plan of action {$year}: {$subject}
paper-evaluation-title = Evaluation of the plan of action {$year}: {$subject}
paper-workshop-title = Restitution of the workshop: {$subject}
documents-about-plan = The plan of action of the year: levers, leads, calendar, budget, indicators, and a page to sign for each action.
documents-about-evaluation = What was planned and what was done, what changed since and whether by more than the noise.
documents-about-workshop = What was said in the workshop, grouped by question and counted in occurrences.
documents-no-actions = No plan of action is written in this project.
documents-part-overview = All actions on a page
documents-part-sheets = One page per action
paper-heading-bulletin-done = What was done
paper-heading-plan-missing = What is missing
paper-heading-plan-frame = Levers, targets and times of work
paper-heading-plan-actions = Actions, lever by lever
paper-heading-plan-matrix = Who does what
paper-heading-plan-calendar = What is due
paper-heading-plan-budget = The budget
paper-heading-plan-indicators = The indicators
paper-heading-plan-decided = What actions were decided on
paper-heading-plan-limits = What this plan does not say
paper-heading-evaluation-places = From places to employment: planned and realised
paper-heading-evaluation-programmes = The same path by programme
paper-heading-evaluation-milestones = Milestones
paper-heading-evaluation-indicators = The indicators
paper-heading-evaluation-changes = Figures of decisions, then and now
paper-heading-evaluation-closed = Actions that ended
paper-heading-evaluation-years = Closed years
paper-heading-evaluation-due = What is late, what comes
paper-heading-evaluation-journal = Journal of decisions
paper-heading-workshop-questions = What was proposed, question by question
paper-heading-workshop-practices = To spread, to start
paper-heading-workshop-links = What the plan takes up
paper-heading-workshop-alone = What was not grouped
paper-heading-workshop-limits = How to read these counts
paper-heading-workshop-annex = All contributions, as written

## The plan of action in documents: the plan
paper-plan-lead = In “{$territory}”, the plan holds {$shown} { FORM($actions, "action", "actions") } under {$used} { FORM($levers, "lever", "levers") }; {$openshown} { FORM($open, "is open", "are open") }.
paper-plan-fact-actions = actions
paper-plan-fact-signed = {$shown} { FORM($count, "is", "are") } signed off
paper-plan-fact-secured = of secured budget
paper-plan-fact-euros = of a budget of {$of} written down
paper-plan-fact-places = training places planned
paper-plan-fact-places-beneath = by {$shown} { FORM($count, "action", "actions") }
paper-plan-fact-indicators = indicators followed
paper-plan-fact-measured = {$shown} { FORM($count, "is", "are") } measured already
paper-plan-idea = {$shown} { FORM($count, "is still an idea", "are still ideas") }.
paper-plan-decided = {$shown} { FORM($count, "is decided and has not begun", "are decided and have not begun") }.
paper-plan-running = {$shown} { FORM($count, "is under way", "are under way") }.
paper-plan-done = {$shown} { FORM($count, "is done", "are done") }.
paper-plan-stopped = {$shown} { FORM($count, "was stopped", "were stopped") }.
paper-plan-nothing-missing = Each open action has one lead and no more, within what that lead said it could take on, and none repeats another by its title and by what it aims at.
paper-plan-missing-title = To be settled before signing
paper-plan-missing-words = These points are read in the sheets themselves; until they are settled, nobody knows who answers for what.
paper-plan-no-frame = No lever, target or time of work is written.
paper-plan-levers = Levers of the territory
paper-plan-targets = Targets
paper-plan-waves = Times of work
paper-column-lever = Lever
paper-column-target = Target
paper-column-wave = Time of work
paper-plan-no-action = No action is written.
paper-plan-of-lever = Actions by lever
paper-plan-overview = All actions
paper-plan-summary = Actions of the plan
paper-plan-summary-note = Budget: sum of the money, secured or not. Secured: promised in writing.
paper-plan-matrix = Roles by action
paper-plan-matrix-note = Answers for it: the lead, or who is said to be accountable. An empty cell is a role that nobody holds.
paper-plan-actors = Load by actor
paper-plan-actors-note = Leads: open actions it answers for. Can lead: what it said itself.
paper-due-late =
    { $count ->
        [one] {$shown} due date is missed.
       *[other] {$shown} due dates are missed.
    }
paper-due-none-late = Nothing is late.
paper-due-coming =
    { $count ->
        [one] {$shown} comes due within three months.
       *[other] {$shown} come due within three months.
    }
paper-due-caption = Due dates missed, then ahead
paper-plan-no-money = No money is written down: neither asked for nor secured.
paper-plan-money-words = The budget written down is {$all}, of which {$secured} secured, that is promised in writing.
paper-plan-money = Money by action
paper-plan-no-indicator = No indicator is written: nothing will tell whether the plan moves on.
paper-plan-indicators-words =
    { $count ->
        [one] The plan is followed by {$shown} indicator.
       *[other] The plan is followed by {$shown} indicators.
    }
paper-plan-indicators = Indicators
paper-plan-indicators-note = Achievement: what is done. Result: what changes. The unit follows the name.
paper-decided-none = No action keeps the figures that it was decided on.
paper-decided-caption = Figures of decisions, as published that day
paper-decided-note = In brackets the interval or the bounds; n: cells read or answers. The short name finds the figure in the documents of that day.
paper-plan-limit-entered = What actors entered (budgets, places, measures, dates) is taken as it is: Bassin neither checks it nor estimates any of it.
paper-plan-limit-then = The figures of a decision are those of the day it was taken; they are not brought up to date.
paper-plan-pages = One page per action
paper-action-sheet = Sheet of the action
paper-action-lever = Lever
paper-action-targets = For whom
paper-action-occupations = Occupations
paper-action-sectors = Sectors
paper-action-wave = Time of work
paper-action-lead = Lead
paper-action-partners = Partners
paper-action-group = Project group
paper-action-calendar = Calendar
paper-action-milestones = Milestones
paper-action-funders = Budget and funders
paper-action-places = Planned path
paper-action-programme = Training programme
paper-action-practice = Practice
paper-action-risks = Risks
paper-action-status = Status: {$status}.
paper-action-decided = Decided: {$on}.
paper-action-signed = Signed off: {$on}.
paper-action-unsigned = Not signed off yet.
paper-action-decided-caption = Decided on these figures, as published that day
paper-action-hidden = Kept with the decision and not shown ({$why}): {$list}.
paper-action-sign = Agreement
paper-action-sign-for = For
paper-action-sign-as = As
paper-action-sign-name = Name and capacity
paper-action-sign-date = Date and signature
paper-action-sign-lead = lead
paper-action-sign-partner = partner who does it
paper-action-to-name = (to be named)

## The plan of action in documents: the evaluation
paper-evaluation-lead = In “{$territory}”, {$doneshown} { FORM($done, "action is done", "actions are done") } of {$shown}; {$runningshown} { FORM($running, "is under way", "are under way") } and {$unbegunshown} { FORM($unbegun, "has not begun", "have not begun") }.
paper-evaluation-fact-done = actions done
paper-evaluation-of-actions = of {$of} in the plan
paper-evaluation-fact-kept = milestones kept in time
paper-evaluation-of-milestones = of {$of} { FORM($count, "due or reached", "due or reached") }
paper-evaluation-fact-entered = people who entered training
paper-evaluation-of-entered = of {$of} { FORM($count, "planned", "planned") }, where both are said
paper-evaluation-fact-reached = indicators at their target
paper-evaluation-of-indicators = of {$of} that have one
paper-evaluation-cause-title = What this evaluation does not say
paper-evaluation-cause = It sets side by side what was done and what changed. It does not say that one caused the other: nothing here measures what would have happened without the actions.
paper-evaluation-places = Realised of planned, by action
paper-evaluation-places-note = Realised of planned, after the last word on each action. A dash: nothing is said of it, which is not zero.
paper-evaluation-no-places = No action plans or tells of places.
paper-evaluation-reasons = Who says it, when, and the reasons noted
paper-evaluation-programmes = Realised of planned, by programme
paper-evaluation-programmes-note = Each sum is of the actions that say both what was planned and what was realised; the others are counted as left out.
paper-evaluation-milestones = Milestones due and reached
paper-evaluation-no-milestone = No milestone is written.
paper-evaluation-no-milestone-due = No milestone is due yet.
paper-evaluation-milestones-words =
    Of {$dueshown} { FORM($due, "milestone due or reached", "milestones due or reached") }, { $kept ->
        [0] none was kept in time
        [1] {$keptshown} was kept in time
       *[other] {$keptshown} were kept in time
    }.
paper-evaluation-indicators-note = Whether a target is reached is read on the last measure, without an interval: a measure that was entered has none.
paper-evaluation-measures = Each measure, with its source
paper-evaluation-figures =
    { $count ->
        [one] {$shown} figure is kept with decisions.
       *[other] {$shown} figures are kept with decisions.
    }
paper-evaluation-up =
    { $count ->
        [one] {$shown} is up by more than the noise.
       *[other] {$shown} are up by more than the noise.
    }
paper-evaluation-down =
    { $count ->
        [one] {$shown} is down by more than the noise.
       *[other] {$shown} are down by more than the noise.
    }
paper-evaluation-unchanged =
    { $count ->
        [one] {$shown} is unchanged.
       *[other] {$shown} are unchanged.
    }
paper-evaluation-noise = For {$shown}, the change is within the noise.
paper-evaluation-silent = For {$shown}, nothing can be said.
paper-evaluation-changes = Figures of decisions, then and now
paper-evaluation-changes-note = “Beyond the noise”: the two intervals lie apart. “Within the noise”: they overlap, and the difference may be chance alone. Neither tells why.
paper-evaluation-unsaid-alike = Where nothing can be said, the reason is the same: {$why}.
paper-evaluation-unsaid = Figures that nothing can be said of, and why
paper-evaluation-closed = Actions done or stopped
paper-evaluation-closed-note = What is written here is by those who led the action.
paper-evaluation-none-closed = No action is done or stopped.
paper-evaluation-year = Year {$year}
paper-evaluation-year-words = Closed on {$on}: {$shown} { FORM($actions, "action", "actions") }, {$doneshown} { FORM($done, "done", "done") } and {$carriedshown} { FORM($carried, "carried over", "carried over") }.
paper-evaluation-year-actions = Actions of that year, as it was closed
paper-evaluation-journal = Who decided what, when
paper-evaluation-journal-note = By date.
paper-evaluation-no-journal = The journal is empty.
paper-evaluation-stood = Decisions and their figures
paper-evaluation-limit-cause = No change is put down to an action.
paper-evaluation-limit-noise = A figure without an interval cannot tell whether its change is larger than the noise; it is shown, without a conclusion.
paper-evaluation-limit-silence = What is not said is not zero: an action that nobody reported on enters no sum.

## The plan of action in documents: the workshop
paper-workshop-nothing = Nothing of the workshop was entered.
paper-workshop-lead = In “{$territory}”, {$tablesshown} { FORM($tables, "table", "tables") } answered {$questionsshown} { FORM($questions, "question", "questions") }: {$shown} { FORM($contributions, "contribution", "contributions") }, brought together as {$groupsshown} { FORM($groups, "proposal", "proposals") }.
paper-workshop-lead-unsaid = In “{$territory}”, {$shown} { FORM($contributions, "contribution", "contributions") } answered {$questionsshown} { FORM($questions, "question", "questions") } without their table being said: {$groupsshown} { FORM($groups, "proposal", "proposals") } once grouped.
paper-workshop-unsaid = {$shown} { FORM($count, "contribution does not say its table: it is counted apart", "contributions do not say their table: they are counted apart") }, and no table is inferred from this.
paper-workshop-fact-contributions = contributions
paper-workshop-fact-occurrences = {$shown} { FORM($count, "occurrence", "occurrences") } in all
paper-workshop-fact-tables = tables
paper-workshop-fact-groups = proposals, once grouped
paper-workshop-fact-alone = {$shown} of them of one contribution
paper-workshop-fact-stickers = priority stickers
paper-workshop-count-title = An occurrence is no percentage
paper-workshop-count = An occurrence is a time that a table wrote the proposal. A table brings several people together, and a table may write it several times: nothing of what follows is a share of those who took part.
paper-workshop-said = “{$proposal}” ({$shown} { FORM($count, "occurrence", "occurrences") })
paper-workshop-first = What comes back most: {$list}.
paper-workshop-question = {$shown} { FORM($contributions, "contribution", "contributions") } of {$tablesshown} { FORM($tables, "table", "tables") }, as {$groupsshown} { FORM($groups, "proposal", "proposals") }.
paper-workshop-question-partly = {$shown} { FORM($contributions, "contribution", "contributions") }: {$tablesshown} { FORM($tables, "table named", "tables named") }, and {$unsaidshown} { FORM($unsaid, "contribution", "contributions") } without a table, as {$groupsshown} { FORM($groups, "proposal", "proposals") }.
paper-workshop-question-unsaid = {$shown} { FORM($contributions, "contribution", "contributions") } without a table, as {$groupsshown} { FORM($groups, "proposal", "proposals") }.
paper-workshop-silent = Nothing was proposed to this question.
paper-workshop-grid = Proposals, the one written most often first
paper-workshop-grid-note = Occurrences: times that a table wrote it. Stickers: contributions marked as a priority.
paper-workshop-existing-words =
    { $count ->
        [one] {$shown} proposal is a practice that exists somewhere already and may be spread.
       *[other] {$shown} proposals are practices that exist somewhere already and may be spread.
    }
paper-workshop-new-words =
    { $count ->
        [one] {$shown} is to be started.
       *[other] {$shown} are to be started.
    }
paper-workshop-existing = Existing practices, to be spread
paper-workshop-new = New practices, to be started
paper-workshop-links = Proposals linked to the plan and to the diagnosis
paper-workshop-links-note = A link is made by those who led the workshop; a proposal without one is not set aside.
paper-workshop-no-link = No proposal is linked yet to a lever, an action or an occupation.
paper-workshop-alone =
    { $count ->
        [one] {$shown} proposal is made of one contribution alone: it stays as it was written.
       *[other] {$shown} proposals are made of one contribution each: they stay as they were written.
    }
paper-workshop-near = Proposals that may say the same
paper-workshop-near-note = The likeness is read on the words; nobody confirmed it, and these proposals are counted apart.
paper-workshop-limit-count = Occurrences count tables that write, not people who agree.
paper-workshop-limit-groups = A grouping is confirmed by a person; the annex keeps each contribution as it was written.
paper-workshop-annex = Contributions as written
paper-workshop-annex-note = Table: its number, where it was noted.

## The plan of action in documents: the bulletin
paper-bulletin-done-since = Of the plan of action, since {$since}:
paper-bulletin-done = Decisions, changes of status, milestones and measures, the latest first
paper-bulletin-done-more = The latest; the journal of the plan has them all.
paper-bulletin-nothing-done = Nothing was noted in the plan of action since {$since}.
documents-since = What was done, since
documents-since-help = Empty: in the year before the date of the analysis. The plan of action must be written.
documents-since-unread = A date is written year-month-day, for example 2026-06-30.
help-arg-report-since = The bulletin tells what was done of the plan of action since that day; by default since the one the project says, else in the year before the date of the analysis

## The plan of action in documents: where its numbers come from
provenance-plan = entered in the project, in the plan of action: no loaded file says it
provenance-plan-dated = as of {$date}
provenance-plan-sourced = as of {$date}, source: {$source}
provenance-plan-decided = kept with the decision of {$date}; short name that day: {$mark}
provenance-plan-decided-by = kept with the decision of {$date}, by {$who}; short name that day: {$mark}
number-plan-entered = Number entered in the project by those who keep the plan of action: neither computed nor estimated.
number-plan-counted = Count or sum of what is written in the plan of action of this project.
number-plan-finding = Finding read in the sheets of the plan of action: who answers for what, and what is alike.
number-plan-days = Days between the day it was due and the day it was done, or the day of the analysis.
number-plan-sides = What was realised of what was planned, as entered in the plan of action.
number-plan-then = Figure as it was published the day of the decision, kept in the project and never brought up to date.
number-plan-now = The same count as that of the decision, in the files read today.
number-plan-difference = Figure of today less that of the decision; without telling why it changed.
number-plan-score = Likeness of two proposals, of a hundred, read on their words: it suggests a grouping and makes none.

## End of the plan of action in documents
### The action plan in the window

step-actions = Action plan
acts-begin-action = Create an action
acts-new = New action
acts-back = Back (Esc)
acts-who = You are
acts-board = Board
acts-calendar = Calendar
acts-matrix = Who does what
acts-indicators = Indicators
acts-workshop = Workshop
acts-actors = Actors
acts-lists = Levers, targets, times
acts-journal = Journal
acts-begin = Your plan has neither levers nor targets yet
acts-begin-why = A plan is ordered by levers and aims at people: those of the territory. Start from those of the founding seminar (five levers, the targets of its text and of its diagram, four times), all of it can be changed; or write your own in “Levers, targets, times”.
acts-seed = Start from the levers and targets of the seminar
acts-seed-rest = Complete with what the seminar had and is missing here
acts-empty-keys = Ctrl+Shift+A creates an action wherever you are: from an occupation of the diagnosis, it is already under the right lever, with its figures.
acts-board-empty = No action yet. Open an occupation in Diagnosis and create an action, or write one here.
acts-board-help = Enter opens a sheet; Alt+← and Alt+→ move it to another column; so does the mouse.
acts-column = {$status} ({$count})
acts-column-empty = nothing here
acts-no-lead = without a lead
acts-lead-of = lead: {$name}
acts-two-leads = several leads: {$list}
acts-no-lever = without a lever
acts-untitled = (unnamed)
acts-next = milestone: {$name}, on {$date}
acts-next-no-date = milestone: {$name}, no date
acts-card-menu = Move or remove: {$name}
acts-open = Open
acts-move-to = Move to: {$status}
acts-remove = Remove from the plan
acts-remove-of = Remove: {$name}
acts-remove-why = What names it keeps its name and shows it as removed; Ctrl+Z brings it back.
acts-without = Take away: {$name}
acts-kept = {$count} of {$all}
acts-all-again = Show all
acts-lever = Lever
acts-target = Target
acts-actor = Actor
acts-wave = Time
acts-action = Action
acts-levers = Levers
acts-targets = Targets
acts-waves = Times of work
acts-levers-about = What the territory acts on. Training is one among others.
acts-lists-about = All of it is the territory’s own: rename, add, remove.
acts-answers = What “{$name}” answers
acts-answers-about = An action created from an occupation goes under the lever that answers its first lever, else its causes. One lever alone answers each thing.
acts-note = Note
acts-add-lever = New lever
acts-add-lever-do = Add the lever
acts-add-target = New target
acts-add-target-do = Add the target
acts-add-wave = New time
acts-add-wave-do = Add the time
acts-named-text = named in the text of the seminar
acts-named-diagram = named in the diagram of the seminar
acts-in-text = text
acts-in-diagram = diagram
acts-used = {$count} { FORM($count, "action", "actions") }
acts-from = from
acts-to = to
acts-pick = type, Enter takes the first
acts-pick-or-make = type a name, then Enter
acts-pick-none = nothing of that name
acts-make = Create “{$name}”
acts-not-a-date = “{$found}” is not a date: write 2027-03-15, 03/2027, or +30 for in thirty days
acts-not-a-number = “{$found}” is not a number
acts-not-said = not said
acts-none = none
acts-nobody = no name
acts-add-actor = New actor
acts-actors-empty = No actor yet. Write those of the territory: agglomeration, consular chambers, State services, France Travail, region, OPCO, training bodies, companies of the pilot group.
acts-loads = leads {$leads} { FORM($leads, "action", "actions") }, takes part in {$parts} in all
acts-name = Name
acts-kind = Kind
acts-can = What it can do
acts-contact = Contact
acts-capacity = Actions led at once, at most
acts-can-levers = Levers that it acts on
acts-its-actions = Its actions
acts-its-actions-none = No action names it.
acts-late = Late ({$count})
acts-late-none = Nothing is late.
acts-coming = Within sixty days ({$count})
acts-coming-none = Nothing within sixty days.
acts-calendar-empty = No action to show here.
acts-calendar-legend = ◆ milestone done · ◇ milestone to come · ▲ late milestone · bar: from beginning to end · vertical line: today
acts-calendar-line = {$name}, from {$from} to {$to}; {$lead}
acts-no-date = (date not said)
acts-milestone-done = milestone done: {$name}, on {$date}
acts-milestone-late = late milestone: {$name}, due {$date}
acts-milestone-due = milestone: {$name}, due {$date}
acts-state-done = done
acts-state-late = late
acts-state-due = to come
acts-column-date = Date
acts-column-what = What
acts-column-action = Action
acts-column-lead = Lead
acts-column-state = State
acts-column-who = Who
acts-column-event = Decision
acts-column-subject = On what
acts-column-words = In words
acts-column-figures = On which figures
acts-begins = Beginning
acts-ends = End
acts-ends-before = it ends before it begins
acts-more-than-entered = more than entered
acts-dates-help = 2027-03-15; 15/03, the next one; 03/2027, end of month; +30, in thirty days
acts-matrix-help = R does it, A answers for it (lead), C consulted, I informed. On a cell, type its letter; Delete clears it.
acts-matrix-empty = No action: the matrix crosses actions and actors.
acts-matrix-no-actor = No actor yet: write them in “Actors”, or give an action a lead.
acts-letter-responsible = R
acts-letter-accountable = A
acts-letter-consulted = C
acts-letter-informed = I
acts-no-part = no part
acts-cell = {$action} × {$actor}: {$role}
acts-findings = To be settled ({$count})
acts-findings-none = No hole, conflict, overload or duplicate.
acts-add-indicator = New indicator
acts-indicators-empty = No indicator yet. A dozen in all is enough: of achievement (what was done) and of result (what changed).
acts-indicator-about = Definition
acts-indicator-kind = Kind
acts-indicator-line = baseline {$baseline}, target {$target}, last measure {$latest}; {$owner}
acts-reached = target reached
acts-not-reached = target not reached
acts-no-owner = nobody measures it
acts-owner = Who measures
acts-definition = What is counted
acts-source = Source
acts-unit = Unit
acts-direction = Expected way
acts-baseline = Baseline
acts-baseline-on = on
acts-aim = Target value
acts-aim-on = by
acts-every = Measured every (months)
acts-next-measure = Next measure
acts-recomputed = This indicator is a figure of the diagnosis: the files of the next year measure it again.
acts-follows-nothing = It follows no action.
acts-measures = Measures
acts-measures-none = No measure yet.
acts-measure = {$date}: {$value} {$unit}
acts-measure-date = Date of the measure
acts-measure-value = Value
acts-measure-source = Source of the measure
acts-measure-note = Remark on the measure
acts-measure-add = Note the measure
acts-measure-unread = The date or the value cannot be read: nothing was noted.
acts-measure-again = Note this measure
acts-measure-next = to be measured on {$date}
acts-measure-late = measure late, expected on {$date}
acts-said-baseline = baseline {$value} {$unit}
acts-said-baseline-on = baseline {$value} {$unit} on {$date}
acts-said-measure-on = {$value} {$unit} on {$date}
acts-said-target = target {$value} {$unit}
acts-said-target-on = target {$value} {$unit} by {$date}
acts-said-nothing = neither baseline, measure nor target
acts-sides-keys = Ctrl+Page down, Ctrl+Page up
acts-go-to = Go to (Alt+number, F6: next):
acts-key = Alt+{$number}
acts-part-what = What
acts-part-who = Who
acts-part-when = When
acts-part-means = Means
acts-part-indicators = Indicators
acts-part-figures = Decision figures
acts-part-places = Planned, realised
acts-part-outcome = Outcome
acts-part-agreement = Agreement
acts-title = Title of the action
acts-status = Status
acts-practice = Practice
acts-objective = Objective
acts-no-wave = no time
acts-occupations = Add an occupation
acts-occupations-none = Occupations are chosen among those of the diagnosis: load files.
acts-sectors = Add a sector
acts-programme = Programme it runs
acts-programme-of = Programme: {$name}
acts-programme-gone = this programme is no longer a candidate: the sheet keeps its name
acts-no-programme = no programme
acts-lead = Give a lead
acts-partners = Add a partner
acts-role-of = Part ({$name})
acts-does = does
acts-group = Project group: add somebody
acts-group-none = Nobody in the project group.
acts-milestone = Milestone
acts-due = due
acts-done = done
acts-done-on = done on {$date}
acts-milestone-new = New milestone
acts-milestone-new-due = by
acts-milestone-add = Add the milestone
acts-funder = Funder
acts-funder-new = Add a funder
acts-euros-of = €
acts-euros = {$all} in all, secured in writing: {$secured}
acts-card-late = {$days} { FORM($days, "day", "days") } late: {$name}
acts-card-end = the end of the action
acts-secured = secured
acts-risks = Risks
acts-notes = Notes
acts-no-indicator = without an indicator
acts-indicator-new = Add an indicator
acts-decided-none = This action was not decided on figures yet.
acts-decided = Decided on these figures on {$date} by {$who}.
acts-no-cause = A figure that changes does not say that the action caused it.
acts-fingerprints = Fingerprints of the files then
acts-decide = Decide on the figures of today
acts-decide-again = Decide again, on the figures of today
acts-decide-needs = To keep figures, a diagnosis must be loaded, and the sheet must name an occupation of it or a chosen figure.
acts-step = Step
acts-planned = Planned
acts-realised = Realised
acts-gap = Gap
acts-realised-on = on {$date}
acts-realised-help = The state of a day, not what was added to it; an empty field means: not said.
acts-realised-date = Realised on
acts-realised-source = According to
acts-realised-reason = Reason of the gap
acts-realised-new = To note
acts-realised-add = Note what is realised
acts-outcome-later = To be filled when the action is done or stopped.
acts-outcome-done = What was done
acts-outcome-hindered = What hindered
acts-outcome-follows = What follows
acts-outcome-reached = Aim reached
acts-signed = Agreed by {$who} on {$date}
acts-lacks = Missing: {$list}.
acts-lacks-nothing = The sheet has a lead, an indicator and a calendar.
acts-lacks-title = a title
acts-lacks-lever = a lever
acts-lacks-lead = one lead of the register
acts-lacks-indicator = an indicator
acts-lacks-date = an end or a dated milestone
acts-sign-who = Who agrees
acts-sign = Agree
acts-remark = Remark
acts-remark-add = Add to the journal
acts-journal-empty = The journal fills by itself: who decides what, when, on which figures. You can add a remark.
acts-journal-about = The latest first. Nothing is taken from it.
acts-the-plan = the plan
acts-from-to = {$from} → {$to}
acts-year-start = New year…
acts-year-title = Start a new year
acts-year-about = The year that ends is kept as it is, readable whatever comes. Ctrl+Z goes back.
acts-year = Year that begins
acts-year-bad = a year, such as 2027
acts-year-evaluation = Evaluation of the year that ends
acts-year-carried = Go on ({$count})
acts-year-carried-about = With their indicators, measures, figures of their decision, and milestones not reached.
acts-year-closed = Closed ({$count})
acts-year-closed-about = They go to the archive with their outcome.
acts-year-unevaluated = without an outcome: {$name}
acts-year-kept = Kept
acts-year-kept-about = Actors, levers, targets, contributions, journal and past years.
acts-year-archive = {$year}: {$count} { FORM($count, "action", "actions") }
acts-year-do = Start {$year}
acts-what-actions = the actions
acts-what-indicators = the indicators
acts-what-contributions = the contributions
acts-what-matrix = the matrix
acts-copy = Copy {$what} for Excel
acts-paste = Paste {$what} from Excel
acts-paste-help = The first row holds the titles of the columns, in any order. What was copied from here can be pasted back.
acts-pasted = Pasted: {$added} { FORM($added, "row added", "rows added") }, {$changed} changed.
acts-pasted-cells = Pasted: {$count} { FORM($count, "part", "parts") }.
acts-pasted-nowhere = no action of that title: {$list}
acts-pasted-not-letters = cells left as they were, where each word must be a letter (R, A, C or I): {$list}
acts-pasted-unknown = columns left aside, of unknown title: {$list}
acts-pasted-created = created on the way: {$list}
acts-pasted-more = and {$count} { FORM($count, "other row", "other rows") } left aside
acts-typing = Typing
acts-together = Put together ({$count})
acts-large = large type (projector)
acts-counts = {$proposals} { FORM($proposals, "proposal", "proposals") }, {$occurrences} { FORM($occurrences, "occurrence", "occurrences") }, {$stickers} { FORM($stickers, "sticker", "stickers") }
acts-question-words = Question
acts-question-new = New question
acts-question-first = First write the question put to the tables: what is typed answers it.
acts-workshop-empty = Nothing said yet. Type the first proposal, then Enter.
acts-proposal = Proposal
acts-proposal-hint = type what is said, then Enter
acts-proposal-add = Add the proposal
acts-proposal-correct = Correct
acts-workshop-keys = Enter: add. F4: new question. Alt and its number: answer a question. F9: put together, then back.
acts-proposal-help = At the end of the line: [III] or ×3 for three occurrences, * for the sticker. F3: practice to be spread or to be started. F7 and F8: table before, next table.
acts-table = Table
acts-table-of = table {$number}
acts-no-table = table not said
acts-table-unread = a table number, or nothing
acts-practice-key = {$practice} (F3)
acts-practice-turn = To be spread or to be started (E)
acts-sticker = sticker
acts-stickers = {$count} { FORM($count, "sticker", "stickers") }
acts-tables = tables: {$list}
acts-times = × {$count}
acts-less = One occurrence less: {$name}
acts-more = One occurrence more: {$name}
acts-rows-help = On a line: + and − count, P puts the sticker, E says to be spread or to be started, G groups it, M links it to an occupation, F2 corrects, Delete removes.
acts-suggestions = May say the same ({$count})
acts-suggestions-none = Nothing to put together.
acts-suggestions-help = By keyboard: G puts together, N keeps apart, and the next pair takes the keyboard.
acts-alike = “{$a}” and “{$b}”: likeness {$score} of 100, words in common {$words}
acts-alike-letters = “{$a}” and “{$b}”: likeness {$score} of 100, by spelling
acts-same = Put together (G)
acts-different = Two things (N)
acts-groups = Proposals, the most said first
acts-groups-about = A number of occurrences is counted by tables: it is not a share of those present.
acts-split = Take apart: {$name}
acts-split-short = Take apart

# Needs that are not established: nothing is bought without answers of employers, or the user’s word
planned-term-need = Need in places a year, at least
decision-unconfirmed = need not established
fact-unconfirmed = Candidates whose need is not established, not chosen by themselves
choice-waiting = { $count ->
    [one] {$shown} candidate of {$all} waits: its need is not established. To choose it takes a survey of employers, a table of employment by occupation and age of the territory, or a need typed by hand on this candidate, or supposed.
   *[other] {$shown} candidates of {$all} wait: their need is not established. To choose any takes a survey of employers, a table of employment by occupation and age of the territory, or a need typed by hand on a candidate or supposed for all.
}
plan-unconfirmed-no-answers = only hiring projects are known, which tell no low end of the need; a survey of employers, a table of employment by occupation and age of the territory (“emploi_metiers”), or a need typed by hand on this candidate, allows a choice
plan-unconfirmed-either-way = with the answers of employers at hand, the gap may be a lack or a surplus; more answers, better known entrants, or a need typed by hand on this candidate, allow a choice
plan-unconfirmed-known = undetermined verdict: the lack is not established; ask employers, load the official causes and the job seekers of the occupation, or type a need by hand on this candidate
plan-need-user = need typed by hand
plan-stands-user = need typed by hand; `supply` shows an indicative gap over 3 years ({$gap}), {$basis}; rule: {$rule}
paper-programmes-unconfirmed-title = Ask employers before opening places
paper-programmes-unconfirmed =
    { $count ->
     [one] {$shown} candidate programme is not chosen by itself: its need is not established.
    *[other] {$shown} candidate programmes are not chosen by themselves: their need is not established.
    }
paper-programmes-settle = An employer survey, or a need typed by hand on the candidate, is needed to choose.
link-named = to be confirmed: title of a certification of card {$rome}, or inside it (score {$score})
link-kind-named = title of a certification, to be confirmed

# Offers that nothing links to an occupation
supply-offer-unlinked = unlinked offer
link-kind-none = linked to no occupation
supply-unlinked = Linked to no occupation: nothing is said of their need; a code in the file, or a link made by hand, links them
links-unlinked = {$title}: linked to no occupation. Link it to
links-choose = Choose an occupation
links-link = Link
catalogue-unlinked = Of your catalogue, linked to no occupation: nothing is said of their need
catalogue-to-confirm = Of your catalogue, link to be confirmed: nothing is said of their need
table-catalogue-a-relier = Offers to be linked
table-catalogue-a-relier-about = Offers of the catalogue that nothing links to an occupation, or whose link is to be confirmed: nothing is said of their need.
body-as-unlinked = Offers to be linked
body-no-unlinked = All offers of this catalogue are linked to an occupation.
paper-body-unlinked-caption = Offers of your catalogue to be linked to an occupation
paper-body-unlinked-note = Nothing is said of the need of these offers: a ROME, RNCP or Certif Info code in the file, or a link made by hand, links them.
stance-other-lever = not training
stance-other-lever-title = Not training: another lever comes first, or the pool is enough without an offer

# Cells beyond their bounds or the words expected
issue-not-one-of = “{$text}” is not an expected value; expected: {$known}
issue-not-a-share = “{$text}” is beyond the bounds of a share: from 0 to 1, or from 0 to 100%
rule-departures-exceed-headcount = more known departures than headcount; the row is kept
planned-group-order = “{$found}” is not taken: the least group would be above the most
help-arg-report-budget = Euros: 150000 for anything, or of one funder: "France Travail=80000". In the place of the budgets of the project; may be repeated
help-arg-report-max-occupations = Occupations among which programmes are chosen, at most
company-several = occupation to be chosen: the ROME code leads to several ({$list}); a FAP code and its edition in the file choose
company-could-be = the ROME code leads to these too: {$list}; a FAP code and its edition in the file choose
company-recognised = {$label}; the ROME code leads to these too: {$list}

# Survey: identifiers that remain those of the same respondents
survey-collect-ids = Identifiers: {$known} taken over from {$file}, {$new} new
survey-collect-no-contacts = {$file} is not a readable list of contacts: without it, respondents already collected would change identifiers. Restore it, or collect into another folder.
survey-alike = {$file} and {$other} may be of the same establishment
survey-version-by-name = {"; "}both have the same date, the order of file names decided
hidden-respondents-unknown = withheld: the identifiers of the survey no longer mean the same respondents as when figures last left
secrecy-of-others = Beware: the identifiers of the survey (id_etablissement) no longer mean the same respondents as in what has already left this project. One answer more could be found by difference: all figures of the survey are hidden. Give each respondent its identifier back (collect into the folder that holds its list of contacts), or open another project if these are other respondents.
survey-rows-refused = { $count ->
    [one] {$file}: {$shown} refused row counts for nothing; “check” tells where and why
   *[other] {$file}: {$shown} refused rows count for nothing; “check” tells where and why
  }
survey-nowhere = establishments that answered and whose commune is not known, counted in no territory: {$shown}
survey-codes-several = { $count ->
    [one] ROME code that leads to several occupations: {$shown} row, counted in “All occupations” and in its sector, in no occupation. Give the qualification.
   *[other] ROME code that leads to several occupations: {$shown} rows, counted in “All occupations” and in their sector, in no occupation. Give the qualification.
  }
labels-of-several = ROME code that leads to several occupations: give the qualification
provenance-rounded-respondents = rounded to what its error leaves, on screen and in files alike; computed unrounded
secrecy-exposed-which = To be found: {$list}
exposed-figure = {$figure}, {$scope}
exposed-unweighted = {$figure}, unweighted
exposed-without = {$whole} without {$part}
field-posts-waited = Posts filled whose delay is told
field-days-waited = Days that filling the posts took
exposed-others = {$scope}, the rest
exposed-column = Hidden figure
exposed-why = already out in another way: it could be found
sharing-counts = What is shown meanwhile counts as having left the project: what follows takes it into account.

# Reading: respondents that two files of the survey have
stacking-same-answers =
    “{ $before }” and “{ $after }” ({ $kind }) have { $count ->
        [one] { $shown } respondent that is the same, counted
       *[other] { $shown } respondents that are the same, counted
    } once
stacking-newer-answers =
    “{ $after }” replaces { $count ->
        [one] { $shown } answer of “{ $before }” ({ $kind }): the same respondent answers there
       *[other] { $shown } answers of “{ $before }” ({ $kind }): the same respondents answer there
    } later
stacking-other-answers =
    “{ $before }” and “{ $after }” ({ $kind }) contradict each other for { $count ->
        [one] { $shown } respondent, counted
       *[other] { $shown } respondents, counted
    } once, as in “{ $before }”
stacking-aside-same-answers = already counted
stacking-aside-newer-answers = replaced
stacking-aside-other-answers = already counted
disagreement-respondents =
    “{ $first }” and “{ $second }” ({ $kind }{ $year }) contradict each other on { $count ->
        [one] { $shown } answer
       *[other] { $shown } answers
    } of the same respondents ({ $common ->
        [one] { $rows } respondent in common
       *[other] { $rows } respondents in common
    }). “{ $used }” is used.
disagreement-answer = { $what }: row { $first_row } and row { $second_row } (answers of a respondent: to be seen in the window, in no file)
disagreement-rows = rows { $first_row } and { $second_row }
field-people = People to train

# Breaks of borders: where the territory is not the same from one year to another
stacking-other-departments =
    Break between “{ $before }” and “{ $after }” ({ $kind }): { $count ->
        [one] { $shown } département is
       *[other] { $shown } départements are
    } in only one of them{ $examples }; there and around, the scope is not the same
borders-communes = Between { $before } and { $after } the borders of the territory change: { $count ->
    [one] { $shown } commune enters or leaves its basins
   *[other] { $shown } communes enter or leave its basins
  } ({ $examples }). Its series are cut there.
borders-departments = Between { $before } and { $after } the borders of the territory change: its basins are not of the same départements ({ $examples }). Its series are cut there.
borders-basins = Between { $before } and { $after } the borders of the territory may have changed: { $count ->
    [one] one basin of its départements is
   *[other] { $shown } basins of its départements are
  } in only one of the two years ({ $examples }). Its series are cut there; two dated lists of communes by basin would confirm or exclude it.
borders-scope = Between { $before } and { $after } the scope of the territory changes: { $count ->
    [one] one département is counted apart, or at all, in only one of the two years
   *[other] { $shown } départements are counted apart, or at all, in only one of the two years
  } ({ $examples }). Its series are cut there.
borders-between = { $before } and { $after }
borders-from = from { $year } on
borders-until = before { $year }
column-borders = Territory changed between
column-borders-of = Borders of the territory
chart-break-borders = Vertical line: the borders or the scope of the territory change; nothing is joined, and a difference is no trend.
chart-seen-borders = From { $before } to { $after } the borders or the scope of the territory change: these years do not compare without reserve.
paper-borders-title = The territory changes
paper-borders = Between { $before } and { $after } the borders or the scope of the territory change: a difference is no trend.
portrait-change-borders = The borders or the scope of the territory changed in between: the difference is no trend.

# Mapping: questions as they will be read
mapping-more-refused = and { $shown } more refused { FORM($count, "cell", "cells") } in the rows looked at
manner-ticked = several answers, a ticked column for each

# Year of a BMO survey that does not say it
reason-year-of-user = year given by the user: {$year}
reason-edition-of-year = the codes exist in both editions of FAP: the year {$year} decides, FAP {$version}
edit-survey-year = year of a survey
bar-survey-year = Year of {$file}
bar-survey-year-none = to be given
sources-survey-year = Year of this survey
sources-survey-year-help = This file does not say its year: give it, it is kept in the project.
sources-issue-not-found = no message has these words

# Whole numbers and thousands
issue-fraction-of-count = “{$text}” has decimals where a whole number is expected: if these are thousands, choose the number style of the column, or write it without point or comma
manner-decimal-comma = number with decimal comma (1.500: fifteen hundred)
manner-decimal-point = number with decimal point (1,234: twelve hundred and thirty-four)

# Folders that are dropped
project-alone = { $count ->
    [one] A project (.bassin) was among the files: it is not added as a source. Open it alone.
   *[other] Projects (.bassin) were among the files: they are not added as sources. Open one of them alone.
  }
sources-nothing-found = No file in this folder.

reason-member-rows = {$name} ({$shown} { FORM($count, "row", "rows") })

# Fields of tensions that two files give otherwise
field-job-seekers = Job seekers
field-hiring-intensity = Hiring intensity
field-training-link = Link between training and job
field-labour-shortage = Labour shortage
field-precariousness = Non-lasting jobs
field-working-conditions = Working conditions
field-geographic-mismatch = Geographic mismatch
field-unattractive-pay = Unattractive pay
# Survey: the invited, reminders, thresholds and numbers
survey-margin-untold = {$name}: met (the total is made of answers and is not told)
survey-calibration-inconsistent-untold = the margins contradict each other: {$margin} does not go with the others; at fault: {$list}
survey-calibration-ratio-untold = {$count} { FORM($count, "ratio of weights would", "ratios of weights would") } leave the interval {$low} to {$high}; the margin that pulls most is {$list}
collection-unread = unreadable file
collection-refused = not taken
collection-uncounted = counted nowhere
collection-mended = mended
collection-duplicate = duplicate
collection-replaced = version replaced
collection-alike = possible duplicate
collection-list = list of the invited
collection-earlier = answer of an earlier batch
collection-title-unread = Unreadable files:
collection-title-refused = Answers and files not taken:
collection-title-uncounted = Establishments whose commune is missing: their answers count in no territory:
collection-title-mended = Answers mended without a doubt:
collection-title-duplicate = Duplicates:
collection-title-replaced = Versions replaced:
collection-title-alike = Possible duplicates (same name, same commune, same activity, no SIRET to tell them apart), counted as two establishments; nothing tells which was given which identifier:
collection-title-list = Lists of the invited:
collection-title-earlier = Answers of an earlier batch:
collection-answered-earlier = {$count} { FORM($count, "establishment answered in an earlier batch collected", "establishments answered in an earlier batch collected") } in the same place, without a questionnaire in this one: nobody to ask again, yet their answers are not in these tables. Collect all questionnaires received together
collection-without-commune = the commune is not known: ask for it, or give the list of the invited that tells it
collection-list-of = lines read: {$shown}
collection-followed = What became of the last collection
survey-collect-missing = {$missing} { FORM($missing, "invited establishment", "invited establishments") } did not answer, of which {$again} to ask again: {$file}
survey-collect-no-list = {$file} is no list of establishments: it needs a column of survey numbers, of SIRET, or of names and communes
help-arg-survey-collect-invited = Lists of the establishments invited, with their survey number, SIRET or name: those that sent nothing are rows of the survey, and a list to ask again. A list among the inputs does the same
survey-rate-all = All that the survey knows answered: this rate says nothing if the list of the establishments invited is not there. Add it to know who is missing.
survey-rate-low = Low rate: more than four establishments in five did not answer, and those who answer are often those whom the subject concerns. Intervals do not account for it; ask again before publishing.
survey-rate-middle = Middling rate: less than half answered. Read totals with their interval, and ask whether those who are missing hire as the others do.
survey-rate-high = High rate: half at least answered. Those who are missing may still differ, and less is to be feared of it.
survey-rate-even = No sector and no size answers much less than the others.
survey-rate-missing = Answer much less than the whole: {$list}.
survey-rate-large = Large { FORM($count, "establishment", "establishments") } invited (50 employees and more) without an answer: {$count}. Nobody answers in { FORM($count, "its place; ask it", "their place; ask them") } again first.
survey-reminders-none = Nobody to ask again among the establishments that the survey knows.
survey-reminders-list = To ask again, the largest first: {$again} of {$asked}
help-survey-reminders = Who was invited and is to be asked again, the largest first
help-arg-survey-reminders-responses = Tables of the survey, with those who were invited; or a project
help-arg-survey-reminders-contacts = Contacts of the collection: adds names and addresses
help-arg-survey-reminders-territory = Typed code: be:8450, dep:15, reg:84; by default the basin, if all are of one, else everything
parameter-minimum-persons = Persons needed to show a figure on ages
parameter-minimum-base = Respondents needed to show a share of none or of all
help-arg-survey-weights-params = Changes of the method, as readable data; those of the project by default
error-min-score-project = --min-score is for files alone: of a project, the labels decided on count, as in the window and in its documents
needs-behind = {$name}: n of base
needs-n-of-base = {$n} of {$base}
weights-dominated = Dominant respondents
survey-hangs-on-few = At least one figure shown of the survey would tell another story without one or two of its respondents. Which one, and by how much, stays with whoever made the survey: the difference would give their answer.
paper-survey-hangs = Some figures hang on a few respondents
labels-least = Accept together from this score
labels-refuse = Not {$rome}
labels-decided = Decided in this project ({$count})
labels-decided-title = Decided in this project
labels-decided-note = A label decided again comes back to the list, without what was decided of it. Ctrl+Z undoes it.
labels-reopen = Decide again
labels-refused = cards refused: {$list}
questions-unweighted = unweighted {$value}
questions-stacked = From the lowest to the highest degree, weighted: {$list}
survey-kit-codes-alone = Communes without a name: the drop-down shows codes alone, and a name that an employer writes will not be recognised. A table of communes names them (--commune-names, or a source of the project).
collection-invited-nowhere = {$count} { FORM($count, "invited establishment without a commune counts", "invited establishments without a commune count") } neither in the response rate nor among those missing: complete the list of the invited
# From supply to programmes: public need, pooling, candidates
kind-employment-by-age = Employment by occupation and age
rule-older-exceed-younger = the share of older people is above that of younger ones
field-year = Year of the count
field-employed = People in employment
field-from-50 = Share of 50 and more
field-from-55 = Share of 55 and more
field-from-60 = Share of 60 and more
field-leavers = Other departures a year
field-sampled = Share of people surveyed
need-basis-employment = from a public count of employment and regional rates, without answers of employers
balance-missing-employment = only hiring projects are known: they bound the need from above and tell no low end of it; a table of employment by occupation and age of the territory (“emploi_metiers”) or a survey of employers would
balance-missing-wider-ages = the ages are those of a wider territory, applied to employment here
verdict-why-pool-enough = job seekers of the occupation already cover the need (indicative gap over three years: {$gap}) and no offer is within reach: matching, conditions or mobility, not training.
verdict-why-pool-there = people are lacking (indicative gap over three years: {$gap}), but by the published causes labour is not short, or nothing says so: first a short adaptation of those who are there; more places, to be checked with employers.
proposal-from-hourly = { $count ->
    [one] hours at the hourly price of one offer
   *[other] hours at the hourly price of {$count} offers
}
risk-not-committed = the commitment of employers, required here, is not obtained
risk-need-counted = need from a public count and regional rates: to be confirmed by employers
risk-late-start = cannot begin before the date of the need
risk-amount-unverified = amount of financing not verified: it decides nothing, to be confirmed
risk-shared-group = the group fills only with a neighbouring basin
pooling-lack = to be pooled: people are lacking on the territory too
pooling-likely = to be offered: lack not established
pooling-own-group = no: enough for a group
pooling-nobody = no: nobody to find, or unknown
pooling-other-lever = no: training is not the lever
pooling-enough = no: no lack on the territory
company-pooling-lack = to be pooled: {$people} a year, less than a group ({$group}), and the territory lacks people as well
company-pooling-likely = to be offered to other employers: {$people} a year, less than a group ({$group}); the occupation is flagged and training is a lever of it, but the lack of the territory is not established
company-pooling-own-group = not to be pooled: {$people} a year, enough for a group ({$group})
company-pooling-nobody = not to be pooled: nobody to find this year, or headcount and hires unknown
company-pooling-other-lever = not to be pooled: training is not the lever of this occupation
company-pooling-enough = not to be pooled: the occupation is not flagged on the territory, or nobody is lacking there
company-pool-likely = To be offered to other employers, the lack of the territory not being established: {$list}
paper-company-pool-likely = Too few departures with you for a group; the occupation is flagged on the territory and training is a lever of it, but the lack is not established. To be offered to other employers: {$list}.
way-on-site = on site
way-mixed = partly at a distance
way-remote = at a distance
way-on-the-job = on the job (AFEST)
way-with-neighbour = in one group with a neighbouring basin
planned-part-certification = Certification or blocks aimed at
planned-part-skills = Skills
planned-part-public = Public
planned-part-devices = Devices
planned-part-commitment = Commitment of employers
planned-part-lead = Lead
planned-part-partners = Partners
planned-part-indicators = Indicators
planned-part-risks = Risks
training-as-decided = Decisions on links
links-relate = Also link to
links-decided-about = All that was decided on links, refused rows included, which are no longer in the table. “Forget the decision” gives back the link as it was found; Ctrl+Z undoes it.
links-decided-none = No decision on a link.
links-certification = certification {$words}
links-decided-linked = {$words}: linked to {$label}
links-decided-refused = {$words}: does not lead to {$label}
links-decided-only = {$words}: linked to {$label}, and to no occupation out of its list
links-decided-nowhere = {$words}: leads to no occupation
planned-parts = In words
planned-parts-about = Under each name, what was computed; what you write replaces it on the sheet, which says so.
planned-part-is = from the files: {$text}
planned-part-none-certification = no certification in force found
planned-part-none-skills = no file tells them
planned-part-none-public = not said
planned-part-none-devices = no known device fits
planned-part-none-partners = to be named
planned-part-none-indicators = not said
planned-part-none-risks = none
planned-public-add = Add a public
links-choose-public = Choose a public
planned-engaged = How, and with what commitment
planned-way = How it is run
planned-promise = Promise of employers
planned-promise-unknown = unknown
planned-promise-nothing = none
planned-promise-months = months
planned-employer-size = Employees of the firm
planned-committed = Commitment of employers obtained
planned-by-hand = Add a candidate by hand
planned-by-hand-add = Add this candidate
planned-by-hand-remove = Remove this candidate added by hand
planned-precedents = Comparable programmes of the library
planned-precedents-none = No programme of the library is comparable.
plan-precedent-cost = cost of a place: {$cost}; what made it work: {$context}; source: {$by}
commitment-on = to be committed to in writing: {$list}
commitment-any = to be committed to in writing: conditions, contract or retention
commitment-precariousness = lasting contracts
commitment-working-conditions = conditions and hours of work
commitment-unattractive-pay = pay
risk-against-diagnosis = added by hand: by the diagnosis, training is not the lever
column-way = How it is run
column-precedent-told = Experience referred to
paper-line-skills = Skills
paper-line-way = How
paper-line-precedent = Experience referred to
paper-line-commitment = Commitment of employers
paper-line-indicators = Indicators
paper-programme-written = {$text} (written by hand)
paper-programme-committed = {$text} ({$state})
scenario-without-effect = without effect here: nothing tells departures, or the occupation is not there
scenario-shift = {$name}: {$list}
scenario-shift-verdict = verdict {$before} → {$after}
scenario-shift-need = need over 3 years {$before} → {$after}
scenario-shift-gap = indicative gap {$before} → {$after}
scenario-shift-little = changes by less than one person
column-route = Route
column-modality = Modality
column-dates = Dates
column-distance = Travel
column-funders = Who pays, as written
supply-until = until {$date}
planned-as-library = Library
library-about = Programmes run elsewhere or before (“formations_reussies”), what came of them, and the occupations here that they bear on.
library-none = No library is loaded.
library-on = bears on: {$list}
library-nothing = bears on no occupation here: neither a code nor a near ROME card
library-outcome = {$year}: {$entered} { FORM($entered, "entered", "entered") }, {$completed} completed, {$employed} in work at six months, {$present} present at twelve months ({$worked})
layer-nsf = NSF
# Follow-up of the plan of action: past decisions, files, programmes
plan-why-other-content = the files read are of the same year, and no longer hold what they held that day
plan-change-same-words = unchanged
plan-change-other-words = no longer the same
plan-table-change-same-words = unchanged
plan-table-change-other-words = changed
plan-file-same = {$file}: the same content as that day
plan-file-other = source changed: {$file} no longer holds what it held that day
plan-file-renamed = source renamed: the content of {$file} is read under another name
plan-file-gone = source removed: {$file} is no longer read
plan-programme-gone = {$name} (no longer a candidate programme)
plan-status-programme = programme: {$programme}
plan-status-ended = {$action} (closed in {$year})
plan-status-decision-before = “{$action}”, an earlier decision, figures kept on {$date}

# Plan of action: chosen figures, earlier decisions, archive, measures of a survey
acts-drafted = Figures kept on {$date} by {$who}; the action is still an idea.
acts-decided-by-nobody = Figures kept on {$date}, without a name: nobody is said to decide. Write yours under “You are”, then decide again.
acts-decided-on-nothing = Decided without a figure: none is kept with this decision, nothing will tell whether it changed.
acts-decided-before = Earlier decisions ({$count})
acts-decide-who = Who decides
acts-decided-not-kept = This decision does not keep: {$list}. These figures come from answers to the survey that have not left the project. To keep them: Documents, “Export”, then “Decide again”.
acts-decided-left-since = This decision did not keep: {$list}. These figures have left the project since: “Decide again” keeps them.
acts-decide-would-keep = Decided now, the action would keep: {$kept}. It would not keep: {$back}, as long as these answers to the survey have not left the project (Documents, “Export”).
acts-origin-then = Where this figure comes from, as it was kept
acts-origin-now = ?
acts-origin-now-of = Where this figure comes from today: {$label}
acts-figure-add = Keep a published figure too
acts-measured-by = Measured by the published figure
acts-unsourced = Without a source: nobody will find this number again.
acts-indicator-over = its actions are over: no measure is expected any more
acts-archive-more = Sheet as kept
acts-archive-went-on = This action went on the year after: its sheet is further on.
acts-archive-year = Evaluation of the year {$year}
acts-archive-evaluation = The evaluation stays open: what is changed in it is dated in the journal, with what it said before.
acts-archive-later = What is learnt after closing is noted here, with its date: in employment at six months, still there at twelve.
plan-measure-survey = survey of {$year}
plan-adopt-way = What is planned supposes that all places are filled, {$completion} completing and {$access} in employment at six months. To be put right by the training body.
plan-adopt-way-offers = {$share} (said by offers within reach)
plan-adopt-way-method = {$share} (a choice of the method, where no offer says it)

# Plan of action: year, what is late first, load of a lead, grouping by hand
edit-plan-of-year = year of the plan of action
acts-of-year = Year of the plan
acts-of-year-bad = “{$found}” cannot be its year: four digits, after the years that are closed
acts-late-more = and {$count} more, in the calendar
plan-finding-overload-usual = {$actor} leads {$count} { FORM($count, "action", "actions") } at once, more than {$capacity} (a mark of the tool, as no number was announced): {$actions}
acts-group-by-hand = Group…
acts-group-by-hand-of = Group “{$name}” with another proposal
acts-group-by-hand-pick = Says the same as
acts-under = grouped under “{$name}”
acts-occupation-link = Occupation…
acts-occupation-link-of = Link “{$name}” to an occupation of the diagnosis
acts-occupation-link-pick = Occupation

# Pastes of the plan of action
plan-column-same-as = Says the same as
plan-column-milestones = Milestones
plan-column-planned = Places planned
plan-column-indicators = Indicators
plan-column-programme = Training programme
plan-column-of-indicator = Indicator
plan-column-measured-on = Date
plan-column-value = Value
plan-column-note = Note
plan-column-side = Planned or realised
plan-column-opened = Places opened
plan-column-entered = Entered training
plan-column-completed = Completed
plan-column-employed-6 = In employment at six months
plan-column-there-12 = Still there at twelve months
plan-column-reason = Reason of the gap
plan-column-actor-name = Actor
plan-column-actor-kind = Kind of actor
plan-column-can = What it can do
plan-column-contact = Contact
plan-column-capacity = Actions at once
plan-column-levers = Levers
plan-column-lever-name = Lever
plan-column-target-name = Target
plan-column-wave-name = Time
plan-side-planned = planned
plan-side-realised = realised
plan-mark-done = done
acts-what-measures = the measures
acts-what-places = planned and realised
acts-what-actors = the actors
acts-what-levers = the levers
acts-what-targets = the targets
acts-what-waves = the times of work
acts-spread = Copy or paste

# Documents of the plan of action: letters, closed years, measures of a survey
paper-plan-letters = Who does what, in letters
paper-plan-letters-note = A: answers for it. R: does it. C: is consulted. I: is informed.
paper-decided-before = {$action}, decision of {$date}
paper-evaluation-year-kept = Milestones, budget, reasons and indicators of the actions, at closing
column-closed-measures = Indicators at closing
column-measure-bounds = Interval
column-measure-year = Survey
plan-table-bounds = {$bounds} (at {$level})
acts-answer-housing = housing (named by employers)
acts-answer-spouse = the spouse’s job (named by employers)
help-arg-plan-within = How far is near: 30km as the crow flies, or 45min of the travel times loaded
parameter-census-sampled-share = Part of the people behind a public count that does not say it
acts-drafted-by-nobody = Figures kept on {$date}, without a name; the action is still an idea.
# Levers named by causes
list-and = {$first} and {$last}
remedy-conditions = working conditions and hours
remedy-contracts = the length and hours of contracts
remedy-pay = pay
remedy-housing = mobility, housing and transport
remedy-spouse = the spouse’s job
remedy-image = the image of the occupation
remedy-competition = the sharing of workers between employers
remedy-pool = the number of candidates
remedy-skills = the skills of candidates
lever-job-quality-on = training is not the first lever: act on {$list}
lever-training-with-commitment-on = training, with a commitment of employers on {$list}
lever-mobility-on = training is not the first lever: act on {$list}
lever-first-job-quality-on = act on {$list}
lever-first-mobility-on = act on {$list}
lever-named = {$words}; by what employers say, also on {$list}
portrait-lever-job-quality-on = Training is not the first lever: act first on {$list}.
portrait-lever-training-with-commitment-on = Training is a lever, provided that employers commit on {$list}.
portrait-lever-mobility-on = Training is not the first lever: act first on {$list}.
portrait-lever-named = What employers of the territory name also calls for acting on {$list}.
stated-cause-spouse = the spouse’s job
decision-title = From causes to a lever: the decision table
decision-about = The first row whose conditions all hold counts. Classes are those of the published causes, 1 to 5; a class that is not published meets only the condition that says so.
decision-row = {$row} — {$diagnosis} → {$lever}
decision-quiet = official class below 4 and no flag of confidence A or B on the territory
decision-missing = {$cause}: not published
decision-at-least = {$cause}: {$class} or more
decision-at-most = {$cause}: {$class} or less
decision-and = {"; "}
decision-or = {" or "}
decision-else = any other case
decision-source = Source: {$source}. Checked on {$checked}.

# The class and what it is worth, the official rung and its place
column-class-grade = Confidence of the class
column-score = Pressure score
column-official-place = Territory of the official rung
column-official-tension = Official value of tension
column-official-year = Official year
column-official-code = Code of the official reading
column-causes-national = Causes read at the national row
indicator-official-tension-name = Official value of tension
indicator-official-tension-definition = Composite indicator published at the rung kept, in deviations from its reference mean.
indicator-official-tension-nulls = Without value where the rung publishes a class only.
sheet-class-made = Pressure class: how it is made
class-none = Not computable: neither difficult share (D) nor offers over registrations (R), or too few reference cells.
class-part = {$value}; distance {$z}; weight {$weight}
class-part-missing = no value here: its weight goes to the others, confidence is one grade lower
class-reference = Reference set: {$shown} occupation × département { FORM($count, "cell", "cells") } ({$regions}, survey of {$year}).
class-help = From 1 to 5, by the quintiles of the reference set: not to be compared with the official class. {$set}
rung-place = {$rung} — {$place}
anchor-converted = {$place}; published under {$code}
anchor-line = Official: class {$class} of 5 ({$place}, {$year})
anchor-line-value = Official: class {$class} of 5, value {$tension} ({$place}, {$year})
portrait-class-tension = Official value of tension: {$tension}.
causes-constant = One class per occupation for the whole of France, which says nothing of this territory: {$list}.
causes-national = Read at the national row of the occupation, the rung having no class of it or that of a group of occupations only: {$list}.
causes-of-group = Class of a group of occupations, which varies with its mix and is not that of the occupation for the whole of France ({$place}): {$list}.
cause-constant = {$cause} (national constant)
cause-of-group = {$cause} ({$place})
effective-n = Effective answers behind the share: {$n}, {$share} of the published projects.

# Years in the sheet
sheet-series-share = Smoothed difficult share
sheet-series-break = break: FAP {$edition}
sheet-series-group = Its group “{$label}”, beyond the break of nomenclature:
sheet-series-family = Its family “{$label}”, beyond the break of nomenclature:
sheet-series-about = Point: value; bar: 80% interval. Nothing is joined over a change of nomenclature.
chart-trend-of-group = The occupation has one year in its nomenclature: the years are those of its group.
chart-trend-of-family = The occupation has one year in its nomenclature: the years are those of its family.

# Readings beside the BMO survey
table-absent = Occupations without a BMO row
table-absent-about = Occupations of which the BMO survey has no row on the territory and of which another file speaks: offers and job seekers (R and E), official classes. An absent row is not a masked cell: no difficult share is supposed, no occupation is flagged or ranked among the others. The class, where R is known, is read on the same reference set, by the components at hand, with confidence C.
table-surveyed = Reading of the local survey
table-surveyed-about = What the survey of the territory’s employers says by itself, beside BMO and never mixed with it: share of projects expected to be difficult as it is shown, then shrunk towards the département, the région and France by its effective answers (finite population correction included). Where secrecy covers the share, nothing is made of it.
column-own-share = Difficult share, survey (95%)
column-own-posterior = Smoothed share, survey (80%)
column-own-probability = Probability of exceeding the cut, survey
column-own-status = Flag, survey
column-own-grade = Confidence, survey
column-own-class = Pressure class, survey
column-own-class-grade = Confidence of the class, survey
column-bmo-status = Flag, BMO
column-bmo-class = Pressure class, BMO
bmo-no-row = no BMO row
indicator-survey-posterior-name = Smoothed difficult share of the survey (80%)
indicator-survey-posterior-definition = Share of projects expected to be difficult in the local survey, shrunk towards the rungs above by its effective answers.
indicator-survey-posterior-nulls = Without value where the share of the survey is not shown.
indicator-survey-flag-probability-name = Probability of exceeding the cut, survey
indicator-survey-flag-probability-definition = Probability that the difficult share, by the local survey, exceeds the cut.
indicator-survey-flag-probability-nulls = Without value where the share of the survey is not shown.
indicator-survey-class-name = Pressure class, survey
indicator-survey-class-definition = Quintile, in the reference set, of the score made with the smoothed difficult share of the local survey.
indicator-survey-class-nulls = Not computable where the share is not shown, or below thirty reference cells.
diagnosis-tab-beside = Other files
beside-none = No other file speaks of an occupation without a BMO row, no share of the local survey is shown, and no file of offers or job seekers speaks of the occupations here.

# Sectors by the local survey, reliability of a wide territory
sector-line-survey = {"; "}local survey: {$projects} projects, {$share} difficult
reliability-wide = The territory is wide: its shares hardly change from one year to the next, and occupations near the cut are among the undecided or change code. This table does not tell what flags are worth on a basin.
sectors-by-section = By sector
filter-group = Group (FAP)
group-members = { $label }: { $shown } { FORM($count, "occupation", "occupations") }
group-in-table = See these occupations in the table
chart-causes-constant = Training link, working conditions, geographic mismatch: one class per occupation for the whole of France, that of a group of occupations excepted.
# What leaves the program
column-place-cost-low = Cost of a place, low end
column-place-cost-high = Cost of a place, high end
column-year-need-low = Need of a year, low end
column-year-need-high = Need of a year, high end
column-stays-low = Work and stay, low end
column-stays-high = Work and stay, high end
column-candidate-state = State of the candidate
column-people-low = People who stay, low end
column-people-high = People who stay, high end
column-entrants-1y-low = Entrants a year, low end
column-entrants-1y-high = Entrants a year, high end
column-hours-low = Hours, low end
column-hours-high = Hours, high end
column-group-least = Group, at least
column-group-most = Group, at most
column-own-entrants-low = Your trained people a year, low end
column-own-entrants-high = Your trained people a year, high end
column-gap-alone-value = Gap with your offer alone, value
column-gap-alone-low = Gap with your offer alone, low end
column-gap-alone-high = Gap with your offer alone, high end
column-leaving-1y-low = Departures expected, 1 year, low end
column-leaving-1y-high = Departures expected, 1 year, high end
column-leaving-3y-low = Departures expected, 3 years, low end
column-leaving-3y-high = Departures expected, 3 years, high end
column-leaving-5y-low = Departures expected, 5 years, low end
column-leaving-5y-high = Departures expected, 5 years, high end
column-returned-sector-value = Your sector, value
column-returned-sector-low = Your sector, low end
column-returned-sector-high = Your sector, high end
column-returned-all-value = All respondents, value
column-returned-all-low = All respondents, low end
column-returned-all-high = All respondents, high end
column-then-low = When decided, low end
column-then-high = When decided, high end
column-now-value = Today, value
column-now-low = Today, low end
column-now-high = Today, high end
column-gap-people = People over 3 years
theme-diagnosis = Diagnosis of the territory
theme-inquiry = Local survey
theme-training = Training and programmes
theme-compared = Other years, other territories
theme-action = Plan of action
theme-reader = For one reader alone
theme-method = Sources and method
workbook-contents = Contents
workbook-back = ← Contents
workbook-contents-sheet = Sheet
workbook-contents-holds = What it holds
workbook-contents-rows = Rows
workbook-cover-about = The territory, what was read, what to know before quoting a figure.
workbook-charts = Charts
workbook-charts-about = The charts of this workbook, each beside the figures it is made of, taken as they are from the sheet named.
chart-sectors = Hiring projects by sector
chart-sectors-about = Bars: projects of each sector, the most numerous on top
chart-balances = Need and entrants over three years
chart-balances-about = Bars by occupation: need of trained people, then people whom local training brings
chart-series = Difficult share, year after year
chart-series-about = Lines: smoothed difficult share of the first occupations, within one edition of the list
fact-given-budget = Budget given, {$funder}
fact-given-occupations = Occupations to choose among, at most
paper-programmes-most = at most {$shown} { FORM($count, "occupation", "occupations") }
trace-without-budget = names of a choice of programmes are found under its budget, limits and supposed costs only: give trace the same --budget, --max-occupations, --max-places, --hour-cost and --place-cost as report
export-file-changed = Nothing is written. Changed on the disk since it was read: {$files}. Bassin reads it again: look at the results, then export again.
picture-again = Ask for the picture again to write it all the same.
documents-words-all = For all sheets
documents-words-alone = For this one only
documents-words-alone-help = These words take the place of those of all sheets; an empty text leaves it to them.
documents-sheets = Sheets to export
documents-sheets-one = This one
documents-sheets-first = The first of the list
documents-sheets-chosen = A choice
documents-sheets-count = How many
documents-sheets-seek = Find an occupation
documents-sheets-told =
    { $count ->
        [0] no sheet
       *[other] {$shown} { FORM($count, "sheet", "sheets") }
    }
chart-save = Save a chart
chart-save-choose = Choose an occupation in the table for its charts.
chart-save-intervals-territory = Intervals, all occupations shown…
chart-save-quadrant-territory = Quadrant…
chart-save-trend-territory = Trend by family of occupations…
chart-save-columns-territory = Sectors or families…
chart-save-trend-occupation = Trend…
chart-save-causes-occupation = Causes…
chart-save-columns-occupation = Here and elsewhere…
chart-save-balance = Save the balance as a picture…
documents-csv-international = International CSV (comma and decimal point)
help-arg-trace-budget = Euros: 150000 for anything, or of one funder: "France Travail=80000". In the place of the budgets of the project; may be repeated
help-arg-trace-max-occupations = Occupations among which programmes are chosen, at most
help-arg-report-csv = CSV with `;` and the decimal mark of the language, or international: comma and point
help-arg-analyse-csv = CSV with `;` and the decimal mark of the language, or international: comma and point
paper-levers-more = The whole list is in the workbook.
documents-over = With your words this document takes too many pages as PDF: {$pages} instead of {$most}; shorten them, or leave a part out.
table-map = Map
table-map-about = {$title}, territory by territory: the map of the documents in rows.
table-map-classes = Classes of the map
table-map-classes-about = {$title}: the bounds of the classes of the map and how many territories are in each.
column-territory = Territory
column-map-shown = Value and bounds
column-map-value = Value
column-map-low = Low end
column-map-high = High end
column-map-class = Class
column-map-words = Class in words
column-map-from = From
column-map-to = To
column-map-count = Territories
number-map-class = Class of a territory on the map, and how many are in it: as many in each as the values allow.
number-map-bound = Least and greatest value of a class of the map.
column-map-name = Name
number-plan-given = Given for this choice, in the project or on the command line.

# Supposed costs, support levels, choice without money
plan-cost-unknown-hours = unknown cost, and length: no offer of continuing education tells them; to be supposed by the place, or entered (cost, or hours)
plan-assumed-hour = hypothesis: {$sum} an hour; source: {$source}
plan-assumed-place = hypothesis: {$sum} a place; source: {$source}
plan-assumed-unsaid = not said
plan-sum-unknown = unknown cost
plan-sum-unpaid = {$sum} to be funded
plan-sum-assumed = {$sum} (hypothesis)
plan-support = {$value} for a year of apprenticeship contract, and for that contract alone (support level {$year}, { $count ->
    [one] one branch
   *[other] {$count} branches
})
plan-support-between = {$value} ({$bounds}) for a year of apprenticeship contract, and for that contract alone (support level {$year}, { $count ->
    [one] one branch
   *[other] {$count} branches
})
plan-line-support = as an apprenticeship: {$text}
plan-cost-options = On the command line: --hour-cost 12.50 (or remote=8) and --place-cost 3000, with --cost-source "where it comes from".
proposal-from-support = { $count ->
    [one] support level of a year of apprenticeship, one branch
   *[other] support level of a year of apprenticeship, {$count} branches
}
proposal-from-stated = hypothesis entered
way-apprenticeship = as an apprenticeship
way-any = any way
choice-excluded-few-places = {$places} { FORM($places, "place", "places") } in all at most, the least group has {$group}
choice-left-all-places-taken = all the places allowed ({$places}) are taken already
choice-left-brings-less = brings {$own} a place, less than {$name} ({$other})
choice-left-brings-more = brings {$own} a place, more than {$name} ({$other}), but its group does not fit in what the limits leave
choice-unpaid-no-cost = Chosen without money: no candidate that can be chosen has a known cost, so that the budget decides nothing. A place counts for one, under the limits of places, occupations, public and date alone.
choice-unpaid-no-budget = Chosen without a budget: a place counts for one, under the limits of places, occupations, public and date alone.
choice-without-cost = { $count ->
    [one] No file tells the cost of this candidate: {$list}.
   *[other] No file tells the cost of {$shown} candidates: {$list}.
} To set them against each other by money: a training offer with its price (“cout_heure_eur” or “cout_total_eur” of a catalogue), a cost supposed once for all by the hour or the place, or a cost entered on the candidate.
choice-and-more = {$list}, and {$more} more
choice-empty-waiting = Nothing is chosen: no candidate has an established need.
costs-told = What the files tell of costs: {$list}.
costs-no-offer = no offer of continuing education
costs-offers = { $count ->
    [0] none of the offers of continuing education ({$offers}) has a price
    [one] one offer of continuing education has a price (of {$offers}); leading to an occupation with a candidate: {$here}
   *[other] {$priced} offers of continuing education have a price (of {$offers}); leading to an occupation with a candidate: {$here}
}
costs-supports = { $count ->
    [one] one certification has a support level, which holds for an apprenticeship contract alone; candidates that aim at it: {$here}
   *[other] {$shown} certifications have a support level, which holds for an apprenticeship contract alone; candidates that aim at one: {$here}
}
costs-library = { $count ->
    [one] one experience of the library has a cost
   *[other] {$shown} experiences of the library have a cost
}
costs-hour = {$sum} an hour
costs-place = {$sum} a place
costs-stated = {$way}: {$sums} (hypothesis; source: {$source})
planned-costs = Supposed costs
planned-costs-about = An hypothesis of yours, used only where no file tells the cost, and marked as such everywhere.
planned-cost-way = Way of running it
planned-cost-hour = Euros an hour
planned-cost-place = Euros a place
planned-cost-source = Source of the hypothesis
planned-cost-add = Suppose this cost
planned-cost-remove = Remove the hypothesis ({$name})
planned-cost-unread = a cost cannot be read: write for instance 12.50 or 3,000
planned-cost-needs-source = say where this cost comes from
planned-most-places = Places in all, at most
planned-opened = { $places ->
    [one] One place chosen, without counting its cost
   *[other] {$places} places chosen, without counting their cost
}
planned-support = As an apprenticeship
fact-given-places = Places in all, at most
error-max-places = --max-places 0 would leave nothing to choose: give 1 or more, or leave the limit out
error-hour-cost = --hour-cost “{$found}” cannot be read: give euros (12.50), or a way and euros (remote=8); ways: {$known}
error-place-cost = --place-cost “{$found}” cannot be read: give euros (3000), or a way and euros (on-site=3500); ways: {$known}
error-cost-source = a supposed cost needs its source: add --cost-source "where it comes from"
error-cost-source-alone = --cost-source serves with --hour-cost or --place-cost only
help-arg-plan-max-places = Places opened in all, at most; without a budget too
help-arg-plan-hour-cost = An hourly cost supposed where no file tells one: 12.50, or of one way: remote=8. May be repeated; needs --cost-source
help-arg-plan-place-cost = The same for a place, where its hours are not known: 3000, or on-site=3500
help-arg-plan-cost-source = Where the supposed costs come from: told wherever they are shown
help-arg-report-max-places = Places opened in all, at most; without a budget too
help-arg-report-hour-cost = An hourly cost supposed where no file tells one: 12.50, or of one way: remote=8. May be repeated; needs --cost-source
help-arg-report-place-cost = The same for a place, where its hours are not known: 3000, or on-site=3500
help-arg-report-cost-source = Where the supposed costs come from: told wherever they are shown
help-arg-trace-max-places = Places opened in all, at most; without a budget too
help-arg-trace-hour-cost = An hourly cost supposed where no file tells one: 12.50, or of one way: remote=8. May be repeated; needs --cost-source
help-arg-trace-place-cost = The same for a place, where its hours are not known: 3000, or on-site=3500
help-arg-trace-cost-source = Where the supposed costs come from: told wherever they are shown
plan-need-stated = supposed need, an hypothesis entered
plan-stands-stated = supposed need; `supply` shows an indicative gap over 3 years ({$gap}), {$basis}; rule: {$rule}
costs-need-stated = Need supposed where nothing establishes it: {$percent} of the most that the files allow (hypothesis; source: {$source})
error-need-percent = a supposed need goes from 1 to 100 (%) and needs its source: --need-percent 20 --need-source "where it comes from"
planned-need = Supposed need
planned-need-about = Only where nothing establishes the need: a part of the most that the files allow.
planned-need-percent = Per cent of the most possible
planned-need-source = Source of the supposed need
planned-need-add = Suppose this need
planned-need-remove = Remove the supposed need
plan-waiting-options = On the command line: --need-percent 20 --need-source "where it comes from" supposes that need, an hypothesis told everywhere.
help-arg-plan-need-percent = Need supposed where nothing establishes it, in % of the most that the files allow; needs --need-source
help-arg-plan-need-source = Where the supposed need comes from
help-arg-report-need-percent = Need supposed where nothing establishes it, in % of the most that the files allow; needs --need-source
help-arg-report-need-source = Where the supposed need comes from
help-arg-trace-need-percent = Need supposed where nothing establishes it, in % of the most that the files allow; needs --need-source
help-arg-trace-need-source = Where the supposed need comes from
fact-supposed = Supposed (hypothesis)
paper-programmes-supposed-title = This plan stands on hypotheses that were entered
paper-programmes-unpriced-title = Costs that nothing tells
paper-programmes-unpriced = Where the cost of a place is unknown, no file that was read tells it: ask the provider for a quote, load a catalogue with its prices, or suppose a cost with its source.
catalogue-without-own = without a course of yours
catalogue-short = {$label}: indicative gap {$gap}
company-class-unknown = unknown
paper-company-several = Nothing to set it against until the occupation is chosen ({$text}).
paper-line-devices = Funding, in your words
choice-idle = { $count ->
    [one] of which one place beyond the sure need: a floor that was asked or the size of the group imposes it
   *[other] of which {$shown} places beyond the sure need: a floor that was asked or the size of the group imposes them
}
verdict-why-offers-unknown = people are lacking (indicative gap over three years: {$gap}), but no catalogue nor list of offers is loaded: nothing tells what is taught within reach already.
balance-missing-offers = no catalogue nor list of offers is loaded: entrants are not known, they are counted as none
choice-error-floor-sector = floor of {$floor} { FORM($floor, "place", "places") } cannot be met for {$target}: no candidate is of that sector; only a file of hirings by ROME and activity (NAF) links occupations to sectors
choice-more-nothing-found = €{$step} more ({$funder}): nothing changes, up to €{$below} more (proven); the sum of the first rise is not found within the effort allowed
choice-unknown-funder = “{$name}” pays for no device known here: this budget can pay for nothing. Payers of known devices: {$known}
catalogue-may-lead = {$title} → {$list}
catalogue-proposed = { $count ->
    [one] one course of yours may lead there: its link is to be confirmed, it does not count yet
   *[other] {$shown} courses of yours may lead there: their links are to be confirmed, they do not count yet
}
body-may-lead = {$kind}: {$list}
body-how-to-link = To link an offer: “Offers and links”, search its title, choose the row, then Enter to confirm the proposed link or choose another occupation.
paper-body-others = others
# Without a BMO survey among the files.
status-unread = no BMO survey
basis-official = by the official class
missing-projects = hiring projects, declared difficulty, flags, ranks, trends: a BMO survey
error-nothing-told = no file speaks of the occupations of {$code}: no BMO survey, no Dares tensions, no France Travail classes of this basin, no employer survey, no offers, no job seekers
note-no-projects = No BMO survey loaded: no projects nor declared difficulty, hence no flag, no rank, no trend and no need taken from projects. The occupations are those that the other files speak of.
note-several-departments-communes = The territory lies in several départements; the official anchor is that of {$used}, which has most of its communes.
table-diagnosis-about-unsurveyed = One occupation per row, of which at least one file speaks. No BMO survey loaded: no projects nor declared difficulty, hence no flag and no rank. First the occupations of official class 4 or 5; among them, those whose class is published for the territory itself or its département before those of a wider rung; then the class, its value, the pressure class.
table-programmes-about-unsurveyed = What is recommended for each occupation that its official class calls tense; where training is not the first lever, it says so. Without a BMO survey no number of places is taken from projects.
unsurveyed-title = No BMO survey
unsurveyed-quadrant = No BMO survey loaded: without projects nor difficult share there is nothing to place here.
unsurveyed-no-class = no official class is read for this occupation
unsurveyed-chart = No BMO survey loaded: these charts show projects and their difficult share, so nothing is drawn.
unsurveyed-comparison = No BMO survey loaded: territories are compared by their projects, so nothing can be computed.
unsurveyed-evolution = No BMO survey loaded: nothing is said of a trend. That is not stability.
unsurveyed-places = Number of places: not computable, it is taken from the projects of a BMO survey.
portrait-unsurveyed = No BMO survey loaded: no projects nor declared difficulty.
portrait-posts = Posts offered by the loaded offers: {$shown}.
portrait-seekers = Category A job seekers looking for this occupation: {$shown}.
portrait-offers-per-seeker = Posts offered per registration: {$shown}.
portrait-exit-rate = Exit rate from the lists: {$shown}.
difference-official = “{$first}” – {$here}; “{$second}” – {$there}. Without a BMO survey their difficult shares are not known.
table-flows = Offers and job seekers
table-flows-about = By occupation: posts of the loaded offers and the nature of their lists (flow or stock, never added up), category A job seekers at the end of the latest period, then both rates where the files give them: posts offered per registration (R), of two flows of one period, and exit rate (E). An empty cell: no file tells it.
column-offers-nature = Nature of offers
column-seekers-period = Period of job seekers
nature-flow = flow
nature-stock = stock
nature-unknown = not said
indicator-job-seekers-name = Job seekers (A)
indicator-job-seekers-definition = Category A job seekers looking for this occupation at the end of the latest period of a file.
indicator-job-seekers-nulls = Unknown without a file of job seekers, or where a cell is missing; bounds where a cell is masked.
unit-seekers = job seekers
cover-year-unsurveyed = Year of the latest file
fact-tense = Occupations of official class 4 or 5
fact-tense-own = Occupations of official class 4 or 5, published for the territory itself or its département
fact-listed = Occupations of the list
paper-lead-unsurveyed =
    { $count ->
     [0] {$territory}, {$year}: without a BMO survey no occupation is flagged by projects; of {$of}, none is tense by its official class.
     [one] {$territory}, {$year}: without a BMO survey no occupation is flagged by projects; {$tense} occupation of {$of} is tense by its official class.
    *[other] {$territory}, {$year}: without a BMO survey no occupation is flagged by projects; {$tense} occupations of {$of} are tense by their official class.
    }
paper-lead-unsurveyed-own =
    { $count ->
     [0] None of these classes is published for the territory itself or its département: they are those of the région or of France.
     [one] For {$shown} occupation the class is published for the territory itself or its département; elsewhere it is that of the région or of France.
    *[other] For {$shown} occupations the class is published for the territory itself or its département; elsewhere it is that of the région or of France.
    }
paper-fact-tense = occupations tense by their official class
paper-fact-tense-beneath = class 4 or 5, of {$of}
paper-fact-tense-own = whose class is from here
paper-fact-tense-own-beneath = published for the territory itself or its département
paper-context-unsurveyed = This note is about {$territory} ({$code}). No survey of hiring projects (BMO) is loaded: it reads the other files, listed at the end, as of {$date}. Every figure bears a short name in grey: it leads back to the file, the rows and the computation that it comes from.
paper-list-caption-unsurveyed = Occupations tense by their official class
paper-list-note-unsurveyed = Class, published value of the tension, rung and territory where they were read: the finest that is published. A rung wider than the territory is no more than a presumption of it.
paper-list-unsurveyed =
    { $count ->
     [one] {$shown} occupation is tense by its official class.
    *[other] {$shown} occupations are tense by their official class; the whole list is in the workbook.
    }
paper-list-none-unsurveyed = No official class of 4 or 5 is read on this territory.
paper-flows-note = Posts of the loaded offers; category A job seekers; R: posts offered per registration, of two flows of one period. The class is read only where enough départements of the région have the same rates.
paper-fact-official = official class, out of 5
paper-fact-official-beneath = {$place}, {$year}
paper-fact-class-grade = confidence {$grade}
paper-fact-offers-per-seeker = posts offered per registration
paper-fact-posts = posts offered
paper-fact-seekers = category A job seekers
cli-list-about-unsurveyed = Without a BMO survey, the occupations that their official class calls tense:
cli-list-empty-unsurveyed = Without a BMO survey, no occupation is called tense by an official class.
unsurveyed-atlas = No BMO survey loaded: this table shows the projects of every basin, and there are none.
paper-subtitle-place-unsurveyed = {$territory} · no BMO survey
paper-subtitle-actions-unsurveyed = Territory {$code} · no BMO survey
class-reference-unsurveyed = Reference set: {$shown} occupation × département { FORM($count, "cell", "cells") } ({$regions}, files of {$year}).
error-occupation-here-unsurveyed = no file speaks of occupation {$code} here
map-official = Only the class published for the territory itself is drawn: a territory without a value is not without tension, its class is read at a wider rung.
sector-posts-unknown = not known
plan-none-unsurveyed = No candidate programme: without a BMO survey no need is taken from hiring projects. An own survey, or a count of people in employment by occupation and age, gives a need; a programme can also be added by hand.
table-levers-about-unsurveyed = Occupations tense by their official class, without a line of training: what acts first is written.
paper-causes-intro-unsurveyed = The same sign, scarce candidates, may come from different causes; the lever depends on the cause. Occupations tense by their official class, by diagnosis:
paper-causes-caption-unsurveyed = Published causes of the tense occupations
paper-levers-caption-unsurveyed = Tense occupations without a line of training: the lever and who could lead it
paper-levers-first-unsurveyed =
    { $count ->
     [one] For {$shown} occupation, training more will not suffice: trained people will not come, or will not stay, as long as the cause remains.
    *[other] For {$shown} occupations, training more will not suffice: trained people will not come, or will not stay, as long as the cause remains.
    }
paper-lead-training-unsurveyed =
    { $count ->
     [0] Training is the lever of none of these occupations.
     [one] Training is a lever for {$shown} of these occupations.
    *[other] Training is a lever for {$shown} of these occupations.
    }
paper-heading-note-list-unsurveyed = The tense occupations
paper-evolution-one-year-unsurveyed = No BMO survey loaded: nothing is said of a trend. That is not stability.
fact-training-unsurveyed = Tense occupations where training is a lever
fact-another-lever-unsurveyed = Tense occupations where another lever comes first
paper-subtitle-unsurveyed = Territory {$code} · no BMO survey
column-seekers-low = Job seekers, least
column-seekers-high = Job seekers, most

issue-gzip = the file is compressed with gzip: unpack it first, then load what it holds
issue-utf-32 = the text is in UTF-32, which is not read: save it as UTF-8
issue-cells-of-parts = the cells of this column are lists or records: none is read, all are unknown
issue-not-finite =
    { $count ->
        [one] {$shown} cell that is no number or infinite (NaN, inf) is
       *[other] {$shown} cells that are no number or infinite (NaN, inf) are
    } read as unknown
issue-units-taken =
    { $count ->
        [one] {$shown} number read without its unit (€)
       *[other] {$shown} numbers read without their unit (€)
    }
issue-cells-beyond = this row has more cells ({$cells}) than the header has columns ({$columns}): the separator is probably also within a number or an unquoted text, and values no longer stand under their columns
issue-bad-bytes =
    { $count ->
        [one] {$shown} byte is no UTF-8 (line {$line}): it is replaced by “�”
       *[other] {$shown} bytes are no UTF-8 (the first on line {$line}): they are replaced by “�”
    }
issue-year-contradicted = the rows say {$year}, the name of the column {$column} another year: {$year} is kept; check that this is the file of that year
error-not-a-file = it is no regular file (a folder, a pipe or a device)
disagreement-rows-alone =
    { $count ->
        [one] { $shown } row is
       *[other] { $shown } rows are
    } in “{ $file }” alone.
issue-cell-two-readings = “{$text}” reads in two ways, with decimals or with thousands: it is read with its decimals; if these are thousands, write it without point or comma
