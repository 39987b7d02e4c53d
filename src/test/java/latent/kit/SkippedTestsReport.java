package latent.kit;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints one table at the end of a run: what was missing, how to get it, and how many tests were skipped for it. A test that would have come
 * in several cases, and was skipped before they were counted, is one.
 */
public final class SkippedTestsReport implements TestExecutionListener {
    private record Reason(String what, String howToGetIt) implements Comparable<Reason> {
        private static Reason of(Throwable cause) {
            return cause instanceof MissingNeed missing
                    ? new Reason("no " + missing.what(), missing.howToGetIt())
                    : of(String.valueOf(cause.getMessage()));
        }

        /** A reason that JUnit knows, as that the test is for another system. */
        private static Reason of(String why) {
            return new Reason(why.lines().findFirst().orElse(why), "-");
        }

        @Override
        public int compareTo(Reason other) {
            return toString().compareTo(other.toString());
        }
    }

    private final Map<Reason, Integer> tests = new TreeMap<>();
    private final Set<String> finished = new HashSet<>();
    private final Consumer<String> printer;
    private Optional<TestPlan> running = Optional.empty();

    /** As JUnit makes it. */
    public SkippedTestsReport() {
        this(table -> System.out.println(System.lineSeparator() + table));
    }

    SkippedTestsReport(Consumer<String> printer) {
        this.printer = printer;
    }

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan started) {
        running = Optional.of(started);
        tests.clear();
        finished.clear();
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String why) {
        count(test, Reason.of(why));
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            count(test, result.getThrowable().map(Reason::of).orElse(Reason.of("aborted")));
        }
        finished.add(test.getUniqueId());
    }

    /** What is skipped as a whole, such as a class, costs all in it that has not run. */
    private void count(TestIdentifier skipped, Reason reason) {
        TestPlan plan = running.orElseThrow();
        Set<TestIdentifier> within = plan.getDescendants(skipped);
        Stream<TestIdentifier> all = within.isEmpty() ? Stream.of(skipped) : within.stream();
        int lost = (int) all.filter(test -> plan.getChildren(test).isEmpty())
                .filter(test -> finished.add(test.getUniqueId()))
                .count();
        tests.merge(reason, lost, Integer::sum);
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan ended) {
        printer.accept(table());
    }

    private String table() {
        if (tests.isEmpty()) {
            return "No test was skipped.";
        }
        int wide = tests.keySet().stream()
                .mapToInt(reason -> reason.what().length())
                .max()
                .orElseThrow();
        String row = "%5s  %-" + wide + "s  %s";
        return Stream.concat(
                        Stream.of(row.formatted("tests", "skipped for", "how to get it")),
                        tests.entrySet().stream()
                                .map(entry -> row.formatted(
                                        entry.getValue(),
                                        entry.getKey().what(),
                                        entry.getKey().howToGetIt())))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
