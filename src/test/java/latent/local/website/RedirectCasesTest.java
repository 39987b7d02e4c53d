package latent.local.website;

import static latent.local.website.WebsiteLab.S;
import static latent.local.website.WebsiteLab.onError;
import static latent.local.website.WebsiteLab.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import latent.local.AnonymousAccess;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Routing rules. The number of each case is its row in the table of conformance cases; the table names the evidence from AWS. */
class RedirectCasesTest {
    private static WebsiteLab lab;

    @BeforeAll
    static void open() throws IOException {
        lab = WebsiteLab.open();
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @BeforeEach
    void everyoneMayGetAndList() {
        lab.access(AnonymousAccess.GET_AND_LIST);
    }

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
    void case_08_without_list_a_missing_key_is_403_and_the_rule_for_404_stays_silent() throws IOException {
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
    void case_17_the_prefix_is_replaced() throws IOException {
        lab.rules(rule("'KeyPrefixEquals': 'docs/'", "'ReplaceKeyPrefixWith': 'documents/'"));
        assertThat(lab.http.get("/docs/x", "Host: images.localhost").location())
                .isEqualTo("http://images.localhost/documents/x");
        assertThat(lab.http.get("/docs/", "Host: images.localhost").location())
                .isEqualTo("http://images.localhost/documents/");
    }

    @Test
    void case_18_the_prefix_is_stripped() throws IOException {
        lab.rules(rule("'KeyPrefixEquals': 'docs/'", "'ReplaceKeyPrefixWith': ''"));
        assertRedirect(
                lab.http.get("/docs/test.html", "Host: images.localhost"), 301, "http://images.localhost/test.html");
    }

    @Test
    void case_19_without_a_condition_s_prefix_the_new_one_is_put_before() throws IOException {
        lab.rules(onError(404, "h.example", ", 'ReplaceKeyPrefixWith': 'report-404/'"));
        assertRedirect(lab.http.get("/images/x"), 301, "http://h.example/report-404/images/x");
    }

    @Test
    void case_20_a_replacement_may_make_a_query() throws IOException {
        lab.rules(rule(
                "'KeyPrefixEquals': 'r/', 'HttpErrorCodeReturnedEquals': '404'",
                "'Protocol': 'https', 'HostName': 'p.example', 'ReplaceKeyPrefixWith': 'resize?key='"));
        assertRedirect(lab.http.get("/r/100x100/a.jpg"), 301, "https://p.example/resize?key=100x100/a.jpg");
    }

    @Test
    void case_21_the_key_is_replaced() throws IOException {
        lab.rules(rule("'KeyPrefixEquals': 'images/'", "'ReplaceKeyWith': 'gone.html'"));
        assertRedirect(lab.http.get("/images/x", "Host: images.localhost"), 301, "http://images.localhost/gone.html");
    }

    @Test
    void case_22_a_rule_goes_before_the_error_document() throws IOException {
        lab.put("error.html", "not here");
        lab.rulesAndErrorDocument("error.html", S);
        assertRedirect(lab.http.get("/a/b.jpg"), 302, "http://p.example/a/b.jpg");
    }

    @Test
    void case_36_a_missing_folder_is_redirected_under_its_own_path() throws IOException {
        lab.rules(S);
        assertRedirect(lab.http.get("/nofolder/"), 302, "http://p.example/nofolder/");
    }

    @Test
    void case_37_the_root_without_an_index_is_redirected() throws IOException {
        lab.rules(S);
        assertRedirect(lab.http.get("/"), 302, "http://p.example/");
    }

    @Test
    void case_46_conditions_and_ranges_do_not_matter_to_a_redirect() throws IOException {
        lab.rules(S);
        assertRedirect(lab.http.get("/a/b.jpg", "If-None-Match: \"x\""), 302, "http://p.example/a/b.jpg");
        assertRedirect(lab.http.get("/a/b.jpg", "Range: bytes=0-9"), 302, "http://p.example/a/b.jpg");
    }

    @Test
    void case_47_the_query_is_kept_or_not_by_a_switch() throws IOException {
        lab.rules(S);
        assertRedirect(lab.http.get("/a.jpg?v=2&w"), 302, "http://p.example/a.jpg?v=2&w");
        try (WebsiteLab other = WebsiteLab.withoutQueries()) {
            other.rules(S);
            assertRedirect(other.http.get("/a.jpg?v=2&w"), 302, "http://p.example/a.jpg");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/my%20image.jpg, my image.jpg",
        "/%C3%A9t%C3%A9.jpg, été.jpg",
        "/50%25off.jpg, 50%off.jpg",
        "/a%3Fb%23c.jpg, a?b#c.jpg",
        "/a+b.jpg, a+b.jpg",
        "/widgets%2fx.jpg, widgets/x.jpg",
        "/%2e%2e/x.jpg, ../x.jpg",
        "/a&b=c;d@e:f!.jpg, a&b=c;d@e:f!.jpg",
        "/%22%3Cscript%3E.jpg, \"<script>.jpg",
    })
    void case_48_location_is_a_uri_whose_path_decodes_once_to_the_key(String target, String key) throws IOException {
        lab.rules(S);
        Answer answer = lab.http.get(target);
        assertThat(answer.status()).isEqualTo(302);
        URI location = URI.create(answer.location());
        assertThat(location.getHost()).isEqualTo("p.example");
        assertThat(location.getPath()).isEqualTo("/" + key);
        assertThat(location.getRawQuery()).isNull();
        assertThat(location.getRawFragment()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%0d%0aX:%20y", "/a%0aX:y", "/%00", "/a%C3", "/a%zz", "/a%", "/a|b", "/\u00e9"})
    void case_49_no_target_can_write_a_header(String target) throws IOException {
        lab.rules(S);
        Answer answer = lab.http.get(target);
        assertThat(answer.header("X")).isEmpty();
        assertThat(answer.status()).isIn(302, 400, 404);
        if (answer.status() == 302) {
            assertThat(answer.location()).matches("http://p\\.example/[!-~]*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.com/x", "///evil.com/x", "//evil.com", "/\\evil.com", "/%5cevil.com", "/@evil.com"})
    void case_50_no_target_changes_the_host(String target) throws IOException {
        lab.rules(S);
        Answer answer = lab.http.get(target);
        assertThat(answer.status()).isIn(302, 400, 404);
        if (answer.status() == 302) {
            assertThat(URI.create(answer.location()).getRawAuthority()).isEqualTo("p.example");
        }
    }

    @Test
    void case_50_two_slashes_are_part_of_the_key() throws IOException {
        lab.rules(S);
        assertRedirect(lab.http.get("//evil.com/x"), 302, "http://p.example//evil.com/x");
    }

    @Test
    void case_53_everything_goes_elsewhere() throws IOException {
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

    @Test
    void a_key_longer_than_s3_has_is_refused() throws IOException {
        lab.rules(S);
        assertThat(lab.http.get("/" + "a/".repeat(512)).status()).isEqualTo(302);
        Answer answer = lab.http.get("/" + "a".repeat(1025));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("<li>Code: KeyTooLongError</li>");
    }

    @Test
    void a_key_longer_than_any_file_name_is_a_miss_like_any_other() throws IOException {
        lab.rules(S);
        String target = "/" + "a".repeat(300) + ".jpg";
        assertRedirect(lab.http.get(target), 302, "http://p.example" + target);
    }

    private static String prefixed(String prefix, String host) {
        return rule(
                "'KeyPrefixEquals': '" + prefix + "', 'HttpErrorCodeReturnedEquals': '404'",
                "'HostName': '" + host + "'");
    }

    /** As AWS sends it: an empty body, and nothing that tells a cache how long. */
    private static void assertRedirect(Answer answer, int status, String location) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.location()).isEqualTo(location);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Length")).contains("0");
        assertThat(answer.header("Server")).contains("AmazonS3");
        for (String named : new String[] {"x-amz-request-id", "x-amz-id-2", "Date"}) {
            assertThat(answer.header(named)).isPresent();
        }
        for (String silent : new String[] {"Cache-Control", "ETag", "Last-Modified", "Expires", "Vary"}) {
            assertThat(answer.header(silent)).isEmpty();
        }
    }
}
