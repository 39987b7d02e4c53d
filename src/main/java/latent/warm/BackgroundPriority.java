package latent.warm;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import latent.render.nativecall.NativeFunction;

/**
 * Lowers the priority of background work, so that visitors on the same machine come first. The kernel has a priority for each thread, and new threads
 * and processes inherit that of their creator.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/nice.2.html">nice(2)</a>
 */
public final class BackgroundPriority {
    /** Gives a tenth of the CPU time of an ordinary process, when both want all of it. */
    private static final int NICER = 10;

    private BackgroundPriority() {}

    /**
     * Opens a resource whose threads and processes have the lower priority; the thread of the caller keeps its own. On systems without the call,
     * nothing changes.
     *
     * @throws RuntimeException whatever opening it throws
     */
    public static <T> T of(Supplier<T> open) {
        CompletableFuture<T> opened = new CompletableFuture<>();
        Thread.ofPlatform().name("background-open").start(() -> {
            try {
                NativeFunction.ofTheProcess("nice").ifPresent(nice -> nice.number(NICER));
                opened.complete(open.get());
            } catch (RuntimeException | Error failure) {
                opened.completeExceptionally(failure);
            }
        });
        try {
            return opened.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
