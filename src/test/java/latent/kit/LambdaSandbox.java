package latent.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullMarked;

/**
 * What AWS Lambda and its Web Adapter do to a program: it runs while a request is being answered, and is stopped, with all that it has started, as soon
 * as the last byte of the answer is sent (SIGSTOP), until the next request (SIGCONT). Requests go to it one by one, with what the adapter adds to them; an event
 * that is no request is posted to {@code /events}.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">life of an execution environment</a>
 * @see <a href="https://awslabs.github.io/aws-lambda-web-adapter/">the adapter</a>
 */
@NullMarked
public final class LambdaSandbox implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process program;
    private final URI url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> log = new CopyOnWriteArrayList<>();

    private LambdaSandbox(Process program) throws IOException {
        this.program = program;
        Thread.ofVirtual().start(() -> read(program));
        BufferedReader out = new BufferedReader(new InputStreamReader(program.getInputStream(), UTF_8));
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the program has ended: " + log);
        }
        this.url = URI.create("http://127.0.0.1:" + line.replaceAll("\\D*(\\d+);.*", "$1"));
    }

    /** Starts a program that says on its first line at which port it listens, waits until it is healthy, and stops it until the first request. */
    public static LambdaSandbox start(List<String> command) throws Exception {
        LambdaSandbox sandbox = new LambdaSandbox(new ProcessBuilder(command).start());
        try {
            int status = sandbox.send(HttpRequest.newBuilder(sandbox.url.resolve("/-/health")), TIMEOUT)
                    .statusCode();
            if (status != 200) {
                throw new IOException("not healthy: " + status);
            }
        } finally {
            sandbox.freeze();
        }
        return sandbox;
    }

    /** One invocation by the function's URL: the program goes on, answers, and is stopped. */
    public HttpResponse<byte[]> get(String path) throws Exception {
        return invoke(HttpRequest.newBuilder(url.resolve(path)), TIMEOUT);
    }

    /**
     * One invocation with an event that is no request.
     *
     * @param time that Lambda grants it
     */
    public HttpResponse<byte[]> event(String json, Duration time) throws Exception {
        return invoke(HttpRequest.newBuilder(url.resolve("/events")).POST(BodyPublishers.ofString(json)), time);
    }

    private HttpResponse<byte[]> invoke(HttpRequest.Builder request, Duration time) throws Exception {
        Signals.goOn(program.toHandle());
        try {
            return send(request, time);
        } finally {
            freeze();
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, Duration time) throws Exception {
        long deadline = Instant.now().plus(time).toEpochMilli();
        return client.send(
                request.timeout(PATIENCE)
                        .header(
                                "x-amzn-request-context",
                                "{\"http\":{\"method\":\"GET\",\"sourceIp\":\"198.51.100.7\"}}")
                        .header("x-amzn-lambda-context", "{\"request_id\":\"1\",\"deadline\":" + deadline + "}")
                        .header("X-Forwarded-For", "198.51.100.7")
                        .build(),
                BodyHandlers.ofByteArray());
    }

    /** Where it listens, for requests in a way of the test's own. */
    public URI url() {
        return url;
    }

    /** Stops the program in the middle of whatever it does. */
    public void freeze() {
        Signals.stop(program.toHandle());
    }

    /** Lets it go on without a request. */
    public void goOn() {
        Signals.goOn(program.toHandle());
    }

    private void read(Process process) {
        new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))
                .lines()
                .forEach(log::add);
    }

    /** What it has said on its standard error so far. */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** The processes that it has started, and that live. */
    public List<Long> children() {
        return program.descendants().map(ProcessHandle::pid).sorted().toList();
    }

    /** Lets the program go on for good, and asks it to end, as Lambda does when it has no more use for it. */
    public int shutDown() throws InterruptedException {
        Signals.goOn(program.toHandle());
        program.destroy();
        return program.waitFor();
    }

    @Override
    public void close() {
        Signals.goOn(program.toHandle());
        program.descendants().forEach(ProcessHandle::destroyForcibly);
        program.destroyForcibly();
        client.close();
    }
}
