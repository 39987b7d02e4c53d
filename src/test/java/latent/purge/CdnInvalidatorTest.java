package latent.purge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import latent.key.OriginalKey;
import latent.local.web.LoopbackServer;
import latent.store.S3Access;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What CloudFront is told, over real HTTP, by a server that may have too much to do. */
class CdnInvalidatorTest {
    static {
        // the JDK's server asks once in a program how its connections are; others need it otherwise than by default
        LoopbackServer.sendAnswersAtOnce();
    }

    private static final String CLOUD_FRONT = "aws.endpointUrlCloudFront";
    private static final String TOO_MANY =
            "<ErrorResponse xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><Error>"
                    + "<Type>Sender</Type><Code>TooManyInvalidationsInProgress</Code><Message>wait</Message></Error>"
                    + "<RequestId>1</RequestId></ErrorResponse>";
    private static final String CREATED =
            "<Invalidation xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><Id>I1</Id></Invalidation>";

    private static final S3Access ANYONE =
            new S3Access(Optional.empty(), "eu-west-1", Optional.of(new S3Access.Credentials("key", "secret")));

    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private volatile int refusals;
    private HttpServer cloudFront;
    private CdnInvalidator edges;

    @BeforeEach
    void start() throws Exception {
        cloudFront = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cloudFront.createContext("/2020-05-31/distribution/E1/invalidation", exchange -> {
            try (exchange) {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                boolean refused = bodies.size() <= refusals;
                byte[] answer = (refused ? TOO_MANY : CREATED).getBytes(UTF_8);
                exchange.sendResponseHeaders(refused ? 400 : 201, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        cloudFront.start();
        System.setProperty(
                CLOUD_FRONT, "http://localhost:" + cloudFront.getAddress().getPort());
        edges = CdnInvalidator.connect(ANYONE, List.of("E1"), InvalidateBy.PATH);
    }

    @AfterEach
    void stop() {
        System.clearProperty(CLOUD_FRONT);
        edges.close();
        cloudFront.stop(0);
    }

    @Test
    void a_distribution_with_cache_tags_is_told_the_tag_of_the_original() {
        try (CdnInvalidator tagged = CdnInvalidator.connect(ANYONE, List.of("E1"), InvalidateBy.TAG)) {
            tagged.invalidate(List.of(new OriginalKey("widgets/a b.jpg")));
        }
        assertThat(bodies).singleElement().asString().contains("<Path>#widgets%2Fa+b.jpg</Path>");
    }

    @Test
    void a_distribution_with_too_many_invalidations_is_asked_again_for_the_same_one() {
        refusals = 1;
        edges.invalidate(List.of(new OriginalKey("widgets/a.jpg")));
        assertThat(bodies).hasSize(2);
        assertThat(bodies.getFirst()).isEqualTo(bodies.getLast()).contains("<Path>/widgets/a*</Path>");
    }

    @Test
    void no_request_holds_more_wildcards_than_cloudfront_takes_and_each_has_a_reference_of_its_own() {
        edges.invalidate(IntStream.range(0, 25)
                .mapToObj(i -> new OriginalKey("a" + i + ".jpg"))
                .toList());
        Pattern reference = Pattern.compile("<CallerReference>([^<]+)</CallerReference>");
        assertThat(bodies).hasSize(3);
        assertThat(bodies.stream()
                        .flatMap(body -> reference.matcher(body).results())
                        .map(found -> found.group(1))
                        .distinct())
                .hasSize(3);
        assertThat(bodies)
                .allSatisfy(body -> assertThat(body.split("<Path>", -1)).hasSizeLessThanOrEqualTo(11));
    }

    @Test
    void a_path_is_spelt_as_the_url_is() {
        assertThat(CdnInvalidator.path(new OriginalKey("a b/größe~+&(1).jpg")))
                .isEqualTo("/a%20b/gr%C3%B6%C3%9Fe%7E%2B%26(1)*");
    }

    @Test
    void a_star_in_a_name_ends_the_path_because_it_may_stand_nowhere_else() {
        assertThat(CdnInvalidator.path(new OriginalKey("a/b*c*d.jpg"))).isEqualTo("/a/b*");
    }
}
