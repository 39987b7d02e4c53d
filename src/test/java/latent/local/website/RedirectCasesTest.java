package latent.local.website;

import static latent.local.website.WebsiteLab.S;
import static latent.local.website.WebsiteLab.onError;
import static latent.local.website.WebsiteLab.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import latent.local.AnonymousAccess;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which routing rule fires. The number of each case is its row in the table of conformance cases; the table names the evidence from AWS. */
class RedirectCasesTest extends RedirectCases {
    @Test
    void case_03_a_missing_key_is_redirected() throws IOException {
        lab.rules(S);
        assertRedirect(lab.http.get("/a/b.jpg"), 302, "http://p.example/a/b.jpg");
    }

    @Test
    void case_04_the_rule_says_https() throws IOException {
        lab.rules(onError(404, "p.example", ", 'Protocol': 'https', 'HttpRedirectCode': '302'"));
        assertRedirect(lab.http.get("/a/b.jpg"), 302, "https://p.example/a/b.jpg");
    }

    @Test
    void case_05_head_is_redirected_too() throws IOException {
        lab.rules(S);
        assertRedirect(lab.http.head("/a/b.jpg"), 302, "http://p.example/a/b.jpg");
    }

    @Test
    void case_06_without_a_code_it_is_301() throws IOException {
        lab.rules(onError(404, "p.example", ""));
        assertRedirect(lab.http.get("/a/b.jpg"), 301, "http://p.example/a/b.jpg");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 304, 305, 307, 308})
    void case_07_any_other_code(int code) throws IOException {
        lab.rules(onError(404, "p.example", ", 'HttpRedirectCode': '" + code + "'"));
        Answer answer = lab.http.get("/a/b.jpg");
        assertThat(answer.status()).isEqualTo(code);
        assertThat(answer.location()).isEqualTo("http://p.example/a/b.jpg");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void case_08_without_list_a_missing_key_is_403_and_the_rule_for_404_does_not_apply() throws IOException {
        lab.access(AnonymousAccess.GET);
        lab.rules(S);
        Answer answer = lab.http.get("/a/b.jpg");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.text()).contains("<li>Code: AccessDenied</li>", "<li>Message: Access Denied</li>");
    }

    @Test
    void case_09_a_rule_for_403_catches_it() throws IOException {
        lab.access(AnonymousAccess.GET);
        lab.rules(S, onError(403, "q.example", ", 'HttpRedirectCode': '302'"));
        assertRedirect(lab.http.get("/a/b.jpg"), 302, "http://q.example/a/b.jpg");
        assertRedirect(lab.http.head("/a/b.jpg"), 302, "http://q.example/a/b.jpg");
    }

    @Test
    void case_10_a_private_key_is_redirected_by_a_rule_for_403() throws IOException {
        lab.access(AnonymousAccess.NONE);
        lab.put("private.html", "secret");
        lab.rules(onError(403, "q.example", ", 'HttpRedirectCode': '302'"));
        assertRedirect(lab.http.get("/private.html"), 302, "http://q.example/private.html");
    }

    @Test
    void case_11_a_private_key_is_403_and_not_redirected_by_a_rule_for_404() throws IOException {
        lab.access(AnonymousAccess.NONE);
        lab.put("private.html", "secret");
        lab.rules(S);
        assertThat(lab.http.get("/private.html").status()).isEqualTo(403);
    }

    @Test
    void case_12_a_key_that_exists_is_served() throws IOException {
        lab.put("there.html", "here");
        lab.rules(S);
        Answer answer = lab.http.get("/there.html");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("here");
    }

    @Test
    void case_13_the_prefix_chooses_the_rule() throws IOException {
        lab.rules(prefixed("x/", "a.example"), onError(404, "b.example", ""));
        assertThat(lab.http.get("/x/m").location()).isEqualTo("http://a.example/x/m");
        assertThat(lab.http.get("/y/m").location()).isEqualTo("http://b.example/y/m");
    }

    @Test
    void case_14_the_first_rule_that_fits_wins_not_the_closest() throws IOException {
        lab.rules(onError(404, "b.example", ""), prefixed("x/", "a.example"));
        assertThat(lab.http.get("/x/m").location()).isEqualTo("http://b.example/x/m");
    }

    @Test
    void case_15_a_rule_by_prefix_alone_goes_before_an_object() throws IOException {
        lab.put("prefixed-key-test", "here");
        lab.rules(rule("'KeyPrefixEquals': 'prefixed-key'", "'HostName': 'p.example'"));
        assertRedirect(lab.http.get("/prefixed-key-test"), 301, "http://p.example/prefixed-key-test");
    }

    @Test
    void case_16_a_prefix_does_not_catch_the_root_s_index() throws IOException {
        lab.put("index.html", "the index");
        lab.rules(rule("'KeyPrefixEquals': 'index'", "'HostName': 'p.example'"));
        assertThat(lab.http.get("/").text()).isEqualTo("the index");
        lab.sdk.client().deleteObject(delete -> delete.bucket(WebsiteLab.BUCKET).key("index.html"));
    }

    @Test
    void case_22_a_rule_goes_before_the_error_document() throws IOException {
        lab.put("error.html", "not here");
        lab.rulesAndErrorDocument("error.html", S);
        assertRedirect(lab.http.get("/a/b.jpg"), 302, "http://p.example/a/b.jpg");
    }

    @Test
    void case_53_all_requests_are_redirected_to_another_host() throws IOException {
        lab.document("{'RedirectAllRequestsTo': {'HostName': 'h.example'}}");
        assertRedirect(lab.http.get("/p"), 301, "http://h.example/p");
        lab.document("{'RedirectAllRequestsTo': {'HostName': 'h.example', 'Protocol': 'https'}}");
        assertRedirect(lab.http.get("/p"), 301, "https://h.example/p");
        assertRedirect(lab.http.head("/p"), 301, "https://h.example/p");
    }

    @Test
    void case_59_and_60_an_object_is_there_at_once_and_gone_at_once() throws IOException {
        lab.rules(S);
        assertRedirect(lab.http.get("/new.html"), 302, "http://p.example/new.html");
        lab.put("new.html", "made");
        assertThat(lab.http.get("/new.html").status()).isEqualTo(200);
        lab.sdk.client().deleteObject(delete -> delete.bucket(WebsiteLab.BUCKET).key("new.html"));
        assertRedirect(lab.http.get("/new.html"), 302, "http://p.example/new.html");
    }

    @Test
    void under_a_secret_referer_the_cdn_is_redirected_and_all_others_are_refused() throws IOException {
        lab.put("there.html", "here");
        lab.front.putBucketWebsite(
                WebsiteLab.BUCKET,
                WebsiteConfiguration.Pages.of(List.of(ConfigurationDocument.readRule(S))),
                RefererPolicy.of("secret"));
        assertRedirect(lab.http.get("/a/b.jpg", "Referer: secret"), 302, "http://p.example/a/b.jpg");
        assertThat(lab.http.get("/there.html", "Referer: secret").text()).isEqualTo("here");
        for (String target : List.of("/a/b.jpg", "/there.html", "/")) {
            assertThat(lab.http.get(target).status()).isEqualTo(403);
            assertThat(lab.http.get(target, "Referer: guess").status()).isEqualTo(403);
        }
    }
}
