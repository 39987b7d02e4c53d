package latent;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import latent.config.ConfigurationException;
import latent.config.Settings;
import latent.http.EventServer;
import latent.key.KeyGrammar;
import latent.metrics.Meters;
import latent.render.Engine;
import latent.warm.ChangeConsumer;
import latent.warm.ChangeHandler;
import latent.warm.ChangeQueue;
import latent.warm.ChangeSource;
import latent.warm.QueueEventHandler;
import latent.warm.ShardHandler;

/** Wires a warm worker; closes its resources in reverse order. */
public final class WarmService implements AutoCloseable {
    /**
     * Long enough that two renewals of a message's lease may fail, short enough that the messages of a process that died soon come to another one.
     */
    private static final Duration VISIBILITY = Duration.ofMinutes(2);

    private final Closer opened;
    private final Engine engine;
    private final Meters meters;
    private final OptionalInt port;

    private WarmService(Closer opened, Engine engine, Meters meters, OptionalInt port) {
        this.opened = opened;
        this.engine = engine;
        this.meters = meters;
        this.port = port;
    }

    public static WarmService start(Settings settings) {
        return start(settings, VISIBILITY);
    }

    /**
     * Starts a worker.
     *
     * @param visibility how long after this process has died its messages come to another
     * @throws ConfigurationException when the settings name no queue
     */
    public static WarmService start(Settings settings, Duration visibility) {
        return Closer.opening(opened -> start(settings, visibility, opened));
    }

    private static WarmService start(Settings settings, Duration visibility, Closer opened) {
        boolean onLambda = settings.changes().source() == ChangeSource.LAMBDA;
        Optional<ChangeQueue> queue = onLambda ? Optional.empty() : Optional.of(queue(settings, visibility));
        queue.ifPresent(connected -> opened.add(connected::close));
        Meters meters = new Meters();
        Warmers warmers = Warmers.open(settings, meters, opened);
        Engine engine = warmers.engine();
        KeyGrammar grammar = settings.keys().grammar();
        ChangeHandler handler = new ChangeHandler(
                warmers.purge(), warmers.cdn(), settings.keys().ladder(), warmers.warmer(), meters);
        ShardHandler planned = new ShardHandler(warmers.families(), meters);
        String bucket = settings.buckets().originals();
        if (queue.isPresent()) {
            ChangeConsumer consumer = new ChangeConsumer(
                    queue.get(),
                    bucket,
                    grammar,
                    handler,
                    planned,
                    settings.render().threads(),
                    meters);
            opened.add(consumer::close);
            return new WarmService(opened, engine, meters, OptionalInt.empty());
        }
        QueueEventHandler events =
                new QueueEventHandler(bucket, grammar, handler, planned, meters, InstantSource.system());
        EventServer server =
                new EventServer(settings.listen(), settings.reporting(), meters, engine.name(), events::handle);
        opened.add(server::close);
        return new WarmService(opened, engine, meters, OptionalInt.of(server.port()));
    }

    /**
     * The queue that warm workers read.
     *
     * @throws ConfigurationException when the settings name none
     */
    static ChangeQueue queue(Settings settings) {
        return queue(settings, VISIBILITY);
    }

    private static ChangeQueue queue(Settings settings, Duration visibility) {
        URI url = settings.changes()
                .queue()
                .orElseThrow(() -> new ConfigurationException(List.of(
                        "warm.queue is empty: set it to the URL of the queue that S3 sends changes of originals to")));
        return ChangeQueue.connect(settings.s3(), url, visibility);
    }

    /** Where AWS Lambda's events are taken; empty where the queue itself is read. */
    public OptionalInt port() {
        return port;
    }

    public String engine() {
        return EngineFactory.introduce(engine);
    }

    public Meters meters() {
        return meters;
    }

    @Override
    public void close() {
        opened.close();
    }
}
