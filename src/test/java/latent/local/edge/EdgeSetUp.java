package latent.local.edge;

import static latent.local.edge.FakeOrigin.reply;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import latent.local.TurnedClock;
import latent.local.web.HeaderFields;
import latent.local.web.Reply;
import latent.local.web.Request;
import org.junit.jupiter.api.AfterEach;

/** An edge, the two origins behind it, and a clock that the test turns. */
abstract class EdgeSetUp {
    static final String HIT = "Hit from cloudfront";
    static final String MISS = "Miss from cloudfront";

    final TurnedClock clock = new TurnedClock();
    final FakeOrigin origin = new FakeOrigin();
    final FakeOrigin other = new FakeOrigin();
    final Origins origins = new Origins(Duration.ofMinutes(5));

    @AfterEach
    void close() {
        origins.close();
        origin.close();
        other.close();
    }

    Edge edge(EdgeSettings settings) {
        return new Edge("ARN1", settings, new CacheLayer(settings, origins, clock));
    }

    Edge edge(CachePolicy policy) {
        return edge(EdgeSettings.of(behavior(policy)));
    }

    CacheBehavior behavior(CachePolicy policy) {
        return CacheBehavior.of(OriginGroup.of(origin.origin()), policy);
    }

    static Reply get(Edge edge, String target, String... headers) {
        return send(edge, "GET", target, headers);
    }

    static Reply send(Edge edge, String method, String target, String... headers) {
        HeaderFields fields = HeaderFields.none().add("Host", "images.example");
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(headers[i], headers[i + 1]);
        }
        var visitor = new InetSocketAddress(InetAddress.ofLiteral("203.0.113.7"), 51000);
        return edge.answer(new Request(method, target, fields.build(), visitor));
    }

    static String cached(Reply reply) {
        return reply.header("X-Cache").orElse("");
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
