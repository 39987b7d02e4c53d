package latent.local.website;

import static latent.local.website.WebsiteLab.rule;
import static org.assertj.core.api.Assertions.assertThat;

import latent.kit.OncePerRun;
import latent.local.AnonymousAccess;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One website for all classes of routing rules; every test sets its own rules. */
abstract class RedirectCases {
    @RegisterExtension
    static final OncePerRun<WebsiteLab> LAB = OncePerRun.of(WebsiteLab::open);

    WebsiteLab lab;

    @BeforeEach
    void reset() {
        lab = LAB.get();
        lab.access(AnonymousAccess.GET_AND_LIST);
    }

    static String prefixed(String prefix, String host) {
        return rule(
                "'KeyPrefixEquals': '" + prefix + "', 'HttpErrorCodeReturnedEquals': '404'",
                "'HostName': '" + host + "'");
    }

    /** As AWS sends it: an empty body, and nothing that tells a cache how long. */
    static void assertRedirect(Answer answer, int status, String location) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.location()).isEqualTo(location);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Length")).contains("0");
        assertThat(answer.header("Server")).contains("AmazonS3");
        for (String named : new String[] {"x-amz-request-id", "x-amz-id-2", "Date"}) {
            assertThat(answer.header(named)).isPresent();
        }
        for (String absent : new String[] {"Cache-Control", "ETag", "Last-Modified", "Expires", "Vary"}) {
            assertThat(answer.header(absent)).isEmpty();
        }
    }
}
