package latent.warm;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import latent.render.nativecall.NativeFunction;

/**
 * Gives way to live traffic on the same machine: who renders ahead gets the processor time that nobody else wants. The kernel counts it for each thread, and a
 * thread and a process begin with what their maker has.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/nice.2.html">nice(2)</a>
 */
public final class BackgroundPriority {
    /** A tenth of what an ordinary process gets, where both want all there is. */
    private static final int NICER = 10;

    private BackgroundPriority() {}

    /**
     * Opens something whose threads and processes give way; the caller's own thread does not. Where there is no such call, nothing gives way.
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
