import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Hostile requests of many kinds at a steady pace, until it is closed. Bounded: each kind has one thread, and its own number of sockets. */
final class Attack implements AutoCloseable {
    private static final int SLOW_READERS = 40;
    private static final int SLOW_HEADERS = 60;
    private static final List<String> POISON = List.of(
            "Host: b", "X-A: b\0c", "X-A: b\r\n c", "Content-Length: x", "Transfer-Encoding: x", "Expect: x", "X-A : b");
    private static final List<String> EXPENSIVE = List.of(
            "/attacked/moves_1200_0_up.gif",
            "/attacked/moves_1000_0_up_q-auto.gif.webp",
            "/attacked/photo_1000_1000_force_up_dpr-2_blur-100.jpg.gif",
            "/attacked/photo_4096_4096_force_up_blur-500.jpg.avif");

    private final int port;
    private final Random random = new Random();
    private final Map<String, AtomicLong> counts = new ConcurrentSkipListMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean on = true;

    /** One of many requests over one connection. */
    private interface Step {
        int ask(Visitor visitor, int count) throws IOException;
    }

    Attack(int port) {
        this.port = port;
    }

    Attack begin() {
        repeat("missing original, new network each", 25, (v, n) -> v.get("/missing/" + random.nextLong() + "_10_10.jpg", network()));
        repeat("header of a web socket", 10, (v, n) -> {
            v.send("GET /attacked/photo_10_10.jpg HTTP/1.1\r\nHost: a\r\nSec-WebSocket-Version: 13\r\n\r\n");
            return v.answer(true);
        });
        repeat("poisonous header", 50, (v, n) -> {
            v.send("GET /page/" + n % 40 + "_10_10.jpg HTTP/1.1\r\nHost: a\r\n" + POISON.get(n % POISON.size()) + "\r\n\r\n");
            return v.answer(true);
        });
        repeat("key too expensive", 200, (v, n) -> v.get(EXPENSIVE.get(n % EXPENSIVE.size()), network()));
        repeat("no key", 50, (v, n) -> v.get("/a%ff/../b_" + n + "_5.jpg", network()));
        keep("slow reader", SLOW_READERS, v -> v.send("GET /attacked/noise_1400_0.png HTTP/1.1\r\nHost: a\r\nX-Origin-Verify: "
                + Visitor.SECRET + "\r\nCloudFront-Viewer-Address: " + network() + "\r\n\r\n"), v -> v.read(1024));
        keep("header byte by byte", SLOW_HEADERS, v -> v.send("GET /a_1_1.jpg HTTP/1.1\r\nX-A: "), v -> v.send("a"));
        return this;
    }

    private synchronized String network() {
        return "2001:db8:%x:%x::1:4711".formatted(random.nextInt(1 << 16), random.nextInt(1 << 16));
    }

    /** One after the other, with a pause after each. */
    private void repeat(String kind, int pauseMillis, Step step) {
        start(() -> {
            while (on) {
                try (Visitor visitor = new Visitor(port)) {
                    for (int n = 0; on; n++) {
                        count(kind + ": " + step.ask(visitor, n));
                        Thread.sleep(pauseMillis);
                    }
                } catch (IOException closed) {
                    Thread.sleep(pauseMillis);
                }
            }
        });
    }

    private interface Act {
        void on(Visitor visitor) throws IOException;
    }

    /** So many connections at one time, each asked for a little more every second, and replaced when it is cut. */
    private void keep(String kind, int most, Act begin, Act more) {
        start(() -> {
            List<Visitor> open = new ArrayList<>();
            while (on) {
                for (int i = open.size(); i < most; i++) {
                    Visitor visitor = new Visitor(port);
                    begin.on(visitor);
                    open.add(visitor);
                    count(kind + ": begun");
                }
                Thread.sleep(1000);
                open.removeIf(visitor -> isCut(kind, more, visitor));
            }
            for (Visitor visitor : open) {
                visitor.close();
            }
        });
    }

    private boolean isCut(String kind, Act more, Visitor visitor) {
        try {
            more.on(visitor);
            return false;
        } catch (IOException cut) {
            count(kind + ": cut");
            return true;
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void start(Work work) {
        threads.add(Thread.ofPlatform().daemon().start(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException ended) {
                count("ended: " + ended);
            }
        }));
    }

    private void count(String what) {
        counts.computeIfAbsent(what, kind -> new AtomicLong()).incrementAndGet();
    }

    /** What was sent so far, and with what answer. */
    Map<String, AtomicLong> counts() {
        return new TreeMap<>(counts);
    }

    @Override
    public void close() throws InterruptedException {
        on = false;
        for (Thread thread : threads) {
            thread.join(100_000);
        }
    }
}
