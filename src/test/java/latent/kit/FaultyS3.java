package latent.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import latent.local.web.LoopbackServer;
import org.jspecify.annotations.NullMarked;

/** Stands between the processor and S3, counts what passes, and refuses what it is told to. Signatures stay valid: the Host is passed on. */
@NullMarked
public final class FaultyS3 implements AutoCloseable {
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "content-length", "transfer-encoding", "expect", "upgrade", "http2-settings");

    static {
        LoopbackServer.sendAnswersAtOnce();
    }

    private final URI s3;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    public final AtomicInteger gets = new AtomicInteger();
    public final AtomicInteger puts = new AtomicInteger();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    public volatile boolean refusePuts;

    /** Asked for each PUT that may pass; true refuses it. */
    public volatile BooleanSupplier refusesThisPut = () -> false;

    /** A PUT is passed on only when this latch is open. */
    public volatile CountDownLatch putsMayPass = new CountDownLatch(0);

    /** The status with which every HEAD is answered; 0 asks S3. */
    public volatile int headStatus;

    /** Whether a list is answered with 403. */
    public volatile boolean forbidsLists;

    /** As S3 does to those who may not list: 403 for what is missing. */
    public volatile boolean forbidsWhatIsMissing;

    /** One in so many GET answers, and PUT requests, has one bit of its body flipped; 0 is none. */
    public volatile int flipEvery;

    /** Headers that each answer to a GET has in the place of its own. */
    public volatile Map<String, String> otherHeaders = Map.of();

    /** Told the range of each GET that asks for a part, before it passes. */
    public volatile Consumer<String> beforePart = range -> {};

    /** Told the method and the path of each request, before it passes. */
    public volatile Consumer<String> onRequest = line -> {};

    /** Told the method, the path and the status of each answer that S3 itself gave. */
    public volatile Consumer<String> onAnswer = line -> {};

    private volatile Consumer<byte[]> flipNext = body -> {};
    private final AtomicInteger bodies = new AtomicInteger();
    public final AtomicInteger flipped = new AtomicInteger();
    public volatile Duration delay = Duration.ZERO;

    public FaultyS3(URI s3) throws IOException {
        this.s3 = s3;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean put = exchange.getRequestMethod().equals("PUT");
            (put ? puts : gets).incrementAndGet();
            requests.computeIfAbsent(kind(exchange), kind -> new AtomicInteger())
                    .incrementAndGet();
            onRequest.accept(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            byte[] body = exchange.getRequestBody().readAllBytes();
            flip(put, body);
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                    .ifPresent(range -> beforePart.accept(range));
            Thread.sleep(delay);
            if (put && refusePuts) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (forbidsLists && kind(exchange).equals("LIST")) {
                forbid(exchange);
                return;
            }
            if (headStatus > 0 && exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(headStatus, -1);
                return;
            }
            if (put) {
                putsMayPass.await();
                if (refusesThisPut.getAsBoolean()) {
                    exchange.sendResponseHeaders(503, -1);
                    return;
                }
            }
            HttpResponse<byte[]> answer = client.send(request(exchange, body), BodyHandlers.ofByteArray());
            onAnswer.accept(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " " + answer.statusCode());
            answer.headers().map().forEach((name, values) -> {
                if (!HOP_BY_HOP.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            if (exchange.getRequestMethod().equals("GET")) {
                otherHeaders.forEach(exchange.getResponseHeaders()::set);
            }
            if (forbidsWhatIsMissing && answer.statusCode() == 404) {
                forbid(exchange);
                return;
            }
            flip(exchange.getRequestMethod().equals("GET") && answer.statusCode() < 300, answer.body());
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String kind(HttpExchange exchange) {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        return query.contains("list-type") ? "LIST" : exchange.getRequestMethod();
    }

    /** How many requests there have been of a method, or of the kind LIST. */
    public int requests(String kind) {
        return Optional.ofNullable(requests.get(kind)).map(AtomicInteger::get).orElse(0);
    }

    private static void forbid(HttpExchange exchange) throws IOException {
        byte[] body = "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>".getBytes(US_ASCII);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(403, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Flips the lowest bit of this byte of the next body that is asked for. */
    public void flipOnce(Predicate<byte[]> which, int index) {
        flipNext = body -> {
            if (which.test(body) && flipped.compareAndSet(0, 1)) {
                body[index] ^= 1;
            }
        };
    }

    private void flip(boolean wanted, byte[] body) {
        if (wanted) {
            flipNext.accept(body);
        }
        int every = flipEvery;
        if (wanted && every > 0 && body.length > 0 && bodies.incrementAndGet() % every == 0) {
            flipped.incrementAndGet();
            body[body.length / 2] ^= 1;
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(s3.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
