package latent.render.worker;

import java.time.Duration;

/**
 * Gives memory back to the system when a worker has had nothing to do for a while. Not after each render: what is given back must be faulted in
 * again, which costs a busy worker a tenth of its time.
 */
final class Rest {
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Inbox inbox;
    private long rendered;
    private boolean asleep;

    Rest(Inbox inbox) {
        this.inbox = inbox;
        Thread.ofPlatform().daemon().name("rest").start(this::watch);
    }

    synchronized void afterRender() {
        rendered++;
        if (asleep) {
            notifyAll(); // a busy worker does not wake it each time
        }
    }

    private synchronized void watch() {
        long restedAt = 0;
        try {
            while (true) {
                asleep = true;
                while (rendered == restedAt) {
                    wait();
                }
                asleep = false;
                long before = rendered;
                wait(IDLE.toMillis());
                if (rendered == before) {
                    inbox.empty();
                    Libc.trim();
                    restedAt = before;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
