package latent.check;

/** The result of a check. */
sealed interface Finding {
    /** The text after the name of the check. */
    String line();

    /** The check passed. */
    record Ok(String line) implements Finding {}

    /** The check failed: what was seen, what that means, and what to change. */
    record Failed(String seen, String means, String change) implements Finding {
        @Override
        public String line() {
            return seen + ": " + means + ". Change: " + change + ".";
        }
    }

    /** The check was not run, and why. */
    record Skipped(String line) implements Finding {}
}
