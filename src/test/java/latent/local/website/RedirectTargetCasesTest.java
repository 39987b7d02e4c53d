package latent.local.website;

import static latent.local.website.WebsiteLab.S;
import static latent.local.website.WebsiteLab.onError;
import static latent.local.website.WebsiteLab.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a redirect leads, whatever the target of the request holds. The number of each case is its row in the table of conformance cases; the
 * table names the evidence from AWS.
 */
class RedirectTargetCasesTest extends RedirectCases {
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
}
