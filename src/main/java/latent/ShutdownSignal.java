package latent;

import java.util.concurrent.CountDownLatch;

/** Waits for SIGTERM or Ctrl-C. The JVM does not exit before this is closed, which must be done last. */
final class ShutdownSignal implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch everythingClosed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    ShutdownSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void await() throws InterruptedException {
        asked.await();
    }

    @Override
    public void close() {
        everythingClosed.countDown();
        if (asked.getCount() > 0) {
            // no signal came: the process ends with its own exit code
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void stop() {
        asked.countDown();
        try {
            everythingClosed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // by default the exit code would be 128 + the signal's number, but a clean stop is no failure
        Runtime.getRuntime().halt(0);
    }
}
