package latent;

import java.util.concurrent.CountDownLatch;

/** The wish to stop, by SIGTERM or Ctrl-C. The JVM stays until this is closed, which is to be done last. */
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
            // nobody asked: we stop by ourselves, with an exit code of our own
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
        // a signal would end in 128 + its number, but a stop that went well is no failure
        Runtime.getRuntime().halt(0);
    }
}
