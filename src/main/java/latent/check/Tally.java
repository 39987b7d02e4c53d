package latent.check;

/** How many checks ended how. */
public record Tally(int passed, int failed, int skipped) {
    Tally plus(Finding finding) {
        return switch (finding) {
            case Finding.Ok ok -> new Tally(passed + 1, failed, skipped);
            case Finding.Failed failure -> new Tally(passed, failed + 1, skipped);
            case Finding.Skipped skip -> new Tally(passed, failed, skipped + 1);
        };
    }

    @Override
    public String toString() {
        return passed + " passed, " + failed + " failed" + (skipped == 0 ? "" : ", " + skipped + " skipped");
    }
}
