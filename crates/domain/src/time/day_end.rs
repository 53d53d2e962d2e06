use crate::words::words;

words! {
    /// When the last day of a limit counted in days or months ends (Civil Code 203).
    #[derive(Default)]
    DayEnd {
        /// At 24:00.
        #[default]
        Midnight = "midnight",
        /// At the end of the day's last open interval, where the promise is to be met in business hours.
        CloseOfBusiness = "close_of_business",
    }
}
