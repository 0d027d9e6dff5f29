//! Own list of job offers (`offres_locales`).

use crate::tables::kind::table;

table! {
    /// One row per offer; count `posts`, not rows.
    JobOffers {
        row: RowNumber,
        id: Text,
        source: Text,
        title: Text,
        rome: Text,
        /// Bare FAP code and its edition year, when given instead of ROME.
        fap: Text,
        fap_year: Number,
        qualification: Text,
        commune: Text,
        /// Where the commune is not known.
        department: Text,
        naf: Text,
        created: Text,
        closed: Text,
        posts: Number,
        contract: Text,
        months: Number,
        full_time: YesNo,
        /// ouverte, pourvue, annulée, abandonnée or inconnue.
        status: Text,
        /// Marks of the employer, to tell that two offers have the same: neither its SIRET nor its
        /// name is kept. Empty where the list does not name it.
        siret: Text,
        employer: Text,
        /// flux, stock or empty: what the list says of itself.
        nature: Text,
    }
}
