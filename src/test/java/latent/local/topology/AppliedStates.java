package latent.local.topology;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import latent.terraform.Verification;

/** What the one run of Terraform in this JVM applied, state by state; read once, for all classes that ask. */
final class AppliedStates {
    private static final List<String> STATES =
            List.of("redirect", "redirect-307", "failover", "failover-unsigned", "direct", "multi-region");

    private AppliedStates() {}

    private static final class OfThisJvm {
        static final Map<String, CompletableFuture<AppliedConfiguration>> APPLIED = readAll();
    }

    /** Begins to read them, each as soon as it is there. */
    static void begin() {
        Objects.requireNonNull(OfThisJvm.APPLIED);
    }

    @SuppressWarnings("resource") // closed by its last task
    private static Map<String, CompletableFuture<AppliedConfiguration>> readAll() {
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
        Verification run = Verification.ofThisJvm();
        Map<String, CompletableFuture<AppliedConfiguration>> reading = STATES.stream()
                .collect(Collectors.toMap(
                        state -> state, state -> CompletableFuture.supplyAsync(() -> read(run, state), readers)));
        readers.shutdown();
        return reading;
    }

    private static AppliedConfiguration read(Verification run, String state) {
        AppliedConfiguration applied = AppliedConfiguration.read(run.held(state));
        run.release(state);
        return applied;
    }

    /**
     * A state of an example, as {@code terraform/tests/README.md} lists them; waits until it was applied and read.
     *
     * @throws AssertionError when it was not
     */
    static AppliedConfiguration of(String state) {
        try {
            return Objects.requireNonNull(OfThisJvm.APPLIED.get(state), state).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException skipped) {
                throw skipped;
            }
            throw new AssertionError(state + " was not applied", e.getCause());
        }
    }
}
