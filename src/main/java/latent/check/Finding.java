package latent.check;

/** What a check found. */
sealed interface Finding {
    /** The rest of its line. */
    String line();

    /** As it should be. */
    record Ok(String line) implements Finding {}

    /** Not as it should be: what was seen, what that means, and what to change. */
    record Failed(String seen, String means, String change) implements Finding {
        @Override
        public String line() {
            return seen + ": " + means + ". Change: " + change + ".";
        }
    }

    /** Not looked at: why. */
    record Skipped(String line) implements Finding {}
}
