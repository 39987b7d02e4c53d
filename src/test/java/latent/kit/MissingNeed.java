package latent.kit;

import org.opentest4j.TestAbortedException;

/** Ends a test that needs what this machine has not. {@link SkippedTestsReport} counts what each one cost. */
public final class MissingNeed extends TestAbortedException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String howToGetIt;

    /**
     * @param what       the missing thing, as in "no libvips"
     * @param howToGetIt what to install, run or set
     */
    public MissingNeed(String what, String howToGetIt) {
        super("SKIPPED: no " + what + " (" + howToGetIt + ")");
        this.what = what;
        this.howToGetIt = howToGetIt;
    }

    String what() {
        return what;
    }

    String howToGetIt() {
        return howToGetIt;
    }
}
