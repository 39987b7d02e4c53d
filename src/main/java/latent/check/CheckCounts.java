package latent.check;

/** Number of checks by result. */
public record CheckCounts(int passed, int failed, int skipped) {
    CheckCounts plus(Finding finding) {
        return switch (finding) {
            case Finding.Ok ok -> new CheckCounts(passed + 1, failed, skipped);
            case Finding.Failed failure -> new CheckCounts(passed, failed + 1, skipped);
            case Finding.Skipped skip -> new CheckCounts(passed, failed, skipped + 1);
        };
    }

    @Override
    public String toString() {
        return passed + " passed, " + failed + " failed" + (skipped == 0 ? "" : ", " + skipped + " skipped");
    }
}
