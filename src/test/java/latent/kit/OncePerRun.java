package latent.kit;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A server that several test classes share: the first of them starts it, and it is closed at the end of the run. To be registered with
 * {@code @RegisterExtension} in a static field of what these classes extend.
 */
@NullMarked
public final class OncePerRun<T extends AutoCloseable> implements BeforeAllCallback {
    private final Callable<T> start;
    private @Nullable T server;

    private OncePerRun(Callable<T> start) {
        this.start = start;
    }

    /** Starts it when the first class is about to run. A start that fails, or that skips for what is not installed, does so for each class. */
    public static <T extends AutoCloseable> OncePerRun<T> of(Callable<T> start) {
        return new OncePerRun<>(start);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (server == null) {
            server = start.call();
            // The root's store lives as long as the run, and closes what can be closed.
            context.getRoot().getStore(Namespace.create(OncePerRun.class)).put(this, server);
        }
    }

    /** The server; it is there from the first test of a class on. */
    public T get() {
        return Objects.requireNonNull(server, "used by a class that does not register it");
    }
}
