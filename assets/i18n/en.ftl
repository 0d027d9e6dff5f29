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
issue-damaged = the file is damaged or incomplete ({$detail})
issue-unrecognised = no known header in the first twenty rows
issue-read-panicked = reading failed on this content; the other files are not affected
issue-documentation-only = list of variables, no data
issue-lock-file = lock file of a spreadsheet program, ignored
issue-no-usable-row = no usable row
issue-sheet-too-wide = the sheet has {$columns} columns
issue-same-content = same content as {$file}
issue-missing-column = missing column: {$column}
issue-duplicate-column = column {$column} appears twice; the first is read
issue-year-unknown = the file does not say which year it is of
issue-fap-version-unclear = unclear occupation nomenclature: {$old} codes of {$of} in FAP 2009, {$new} in FAP 2021
issue-codes-unknown =
    { $count ->
     [one] {$shown} unknown code
    *[other] {$shown} unknown codes
    } in {$system} ({$examples})
issue-not-a-number = “{$text}” is not a number
issue-not-a-code = “{$text}” is not a {$system} code
issue-not-a-date = “{$text}” is not a date
issue-not-an-option = “{$text}” is not an expected value
issue-required = empty cell, a value is required
issue-negative = negative value: {$text}
issue-impossible = incompatible values: {$rule}
issue-duplicate-key = duplicate row ({$key})
issue-cell-error = formula error ({$text})
issue-too-long = cell of {$length} characters
issue-leading-zeros =
    { $count ->
     [one] {$shown} code
    *[other] {$shown} codes
    } padded with zeros
issue-trimmed =
    { $count ->
     [one] {$shown} cell
    *[other] {$shown} cells
    } without spaces
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
rung-basin = basin, occupation (ROME)
rung-department-occupation = département, occupation
rung-department-group = département, group of occupations
rung-region-occupation = région, occupation
rung-region-group = région, group of occupations
rung-france-occupation = France, occupation
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
lever-ask-employers = ask employers before acting
basis-evidence = based on the territory’s own data
basis-presumed = presumed from the rung above
column-code = Code
column-label = Occupation
column-projects = Hiring projects (published sum)
column-projects-low = Projects, least
column-projects-high = Projects, most
column-masked = Masked cells
column-difficult = Difficult projects (published sum)
column-difficult-low = Difficult projects, least
column-difficult-high = Difficult projects, most
column-share = Difficult share
column-share-low = Difficult share, least
column-share-high = Difficult share, most
column-posterior = Shrunk difficult share
column-posterior-low = Shrunk share, 80% lower bound
column-posterior-high = Shrunk share, 80% upper bound
column-probability = Probability of exceeding the share of France
column-status = Flag
column-grade = Confidence (A, B, C)
column-class = Territory’s pressure class (1 to 5)
column-official = Official tension class (1 to 5)
column-rung = Rung of the official class
column-diagnosis = Diagnosis
column-lever = Lever
cli-rows = {$read} rows read = {$kept} kept + {$refused} refused + {$empty} empty
cli-masked = {$count} masked cells (statistical secrecy), read as intervals
cli-beyond = and {$count} more
cli-reading = {$done}/{$of} {$path}
cli-reference-lists = Built-in reference lists
cli-totals =
    {$projects} published hiring projects, { $masked ->
     [0] no masked cell
     [one] {$masked} masked cell
    *[other] {$masked} masked cells
    }; share expected to be difficult {$share} (between {$range})
error-file = {$detail}: {$path}
error-territory-code = malformed territory code: {$code} (expected: be:8450, dep:15, reg:84, fr)
error-no-survey = no BMO survey among the files: nothing can be computed without it
error-year-not-loaded = the BMO survey of {$year} is not loaded (loaded years: {$loaded})
error-territory-absent = {$code} has no row in the BMO survey of {$year}; close codes: {$close}
error-zone-not-surveyed = {$code} is a zone d’emploi; BMO counts by employment basin; basins that share its communes: {$close}
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
indicator-difficult-share-posterior-name = Shrunk difficult share
indicator-difficult-share-posterior-definition = The territory’s share drawn towards the rungs above according to the number of answers.
indicator-difficult-share-posterior-nulls = Always computable; the grade says what it is worth.
indicator-flag-probability-name = Probability of the flag
indicator-flag-probability-definition = Probability that the shrunk share exceeds that of all occupations in France.
indicator-flag-probability-nulls = Without non-response bias.
indicator-pressure-score-name = Pressure score
indicator-pressure-score-definition = Distance from the mean of the occupations of the région’s départements.
indicator-pressure-score-nulls = Not computable without a published project.
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
indicator-survey-projects-name = Projects in the local survey
indicator-survey-projects-definition = Projects of the answering establishments, unweighted.
indicator-survey-projects-nulls = Hidden under three respondents or when one dominates.
indicator-survey-difficult-name = Difficult projects in the local survey
indicator-survey-difficult-definition = Difficult projects of respondents, unweighted.
indicator-survey-difficult-nulls = Hidden under three respondents or when one dominates.
indicator-survey-causes-name = Causes named
indicator-survey-causes-definition = Share of the establishments that name the cause.
indicator-survey-causes-nulls = Hidden under three respondents.
indicator-survey-training-need-name = Training need
indicator-survey-training-need-definition = Share of the establishments with a training need.
indicator-survey-training-need-nulls = Hidden under three respondents.
indicator-local-posts-name = Posts offered
indicator-local-posts-definition = Posts of the loaded local offers.
indicator-local-posts-nulls = Unknown without a list of offers.
error-not-found = no file or folder of that name
error-permission = reading is not allowed
error-too-large = file larger than one gibibyte
