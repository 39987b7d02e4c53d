package latent.check;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import latent.check.Check.CheckSkipped;

/** All checks, in the order in which a visitor meets what they look at. Each is a line as soon as it is known. */
public final class SmokeTest {
    private final List<Check> checks;
    private final PrintStream out;

    public SmokeTest(Deployment deployment, HttpFetcher http, PrintStream out) {
        CheckContext context = new CheckContext(deployment, http);
        this.checks = Stream.of(
                        new RedirectChecks(context).checks(),
                        new PictureChecks(context).checks(),
                        new StoredChecks(context).checks(),
                        new VariantChecks(context).checks(),
                        new RefusalChecks(context).checks(),
                        new AccessChecks(context).checks(),
                        new ErrorCachingChecks(context).checks(),
                        new SourceChecks(deployment.sources(), deployment.sample()).checks())
                .flatMap(List::stream)
                .toList();
        this.out = out;
    }

    /** Asks everything once. */
    public CheckCounts run() {
        CheckCounts tally = new CheckCounts(0, 0, 0);
        for (Check check : checks) {
            Finding finding = find(check);
            tally = tally.plus(finding);
            out.printf(Locale.ROOT, "%-7s %-30s %s%n", word(finding), check.name(), finding.line());
            out.flush();
        }
        out.println(tally);
        return tally;
    }

    private static String word(Finding finding) {
        return switch (finding) {
            case Finding.Ok ok -> "ok";
            case Finding.Failed failed -> "FAILED";
            case Finding.Skipped skipped -> "skipped";
        };
    }

    private static Finding find(Check check) {
        try {
            return check.look().now();
        } catch (CheckSkipped e) {
            return new Finding.Skipped("(" + e.getMessage() + ")");
        } catch (IOException e) {
            return NoAnswerCause.explain(e);
        }
    }
}
