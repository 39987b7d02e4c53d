package latent.local.website;

import static latent.local.website.WebsiteLab.BUCKET;
import static latent.local.website.WebsiteLab.S;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import latent.local.RawHttp;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects, index and error documents, by the rows of the table of conformance cases. */
class PageCasesTest extends PageCases {
    @Test
    void case_01_an_object_comes_with_all_that_was_stored() throws IOException {
        lab.rules(S);
        Answer answer = lab.http.get("/k.txt");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("0123456789abcdef");
        assertStored(answer);
    }

    @Test
    void case_02_head_has_the_same_headers_and_no_body() throws IOException {
        lab.rules(S);
        Answer answer = lab.http.head("/k.txt");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertStored(answer);
    }

    private static void assertStored(Answer answer) {
        assertThat(answer.header("Content-Type")).contains("text/plain");
        assertThat(answer.header("ETag")).contains("\"4032af8d61035123906e58e067140cc5\"");
        assertThat(answer.header("Last-Modified")).isPresent();
        assertThat(answer.header("Content-Length")).contains("16");
        assertThat(answer.header("Cache-Control")).contains("public, max-age=12312312");
        assertThat(answer.header("x-amz-meta-original-etag")).contains("abc");
        assertThat(answer.header("x-amz-request-id")).isPresent();
        assertThat(answer.header("x-amz-id-2")).isPresent();
    }

    @Test
    void case_23_the_error_document_keeps_the_status() throws IOException {
        lab.rulesAndErrorDocument("error.html");
        Answer answer = lab.http.get("/zz");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("<h1>not here</h1>");
        assertThat(answer.header("Content-Type")).contains("text/html");
        assertThat(answer.header("ETag")).isPresent();
    }

    @Test
    void case_33_a_folder_without_its_slash_gets_it_and_no_rule_fires() throws IOException {
        lab.rules(S);
        Answer answer = lab.http.get("/d");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/d/");
    }

    @Test
    void case_34_its_query_is_dropped() throws IOException {
        lab.rules(S);
        assertThat(lab.http.get("/d?x=1").location()).isEqualTo("/d/");
    }

    @Test
    void case_35_a_folder_is_its_index() throws IOException {
        lab.rules(S);
        Answer answer = lab.http.get("/d/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("index of d");
    }

    @Test
    void case_42_not_modified() throws IOException {
        lab.rules(S);
        String etag = lab.http.get("/k.txt").header("ETag").orElseThrow();
        Answer answer = lab.http.get("/k.txt", "If-None-Match: " + etag);
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void case_43_not_modified_since_but_a_date_to_come_is_ignored() throws IOException {
        lab.rules(S);
        String date = lab.http.get("/k.txt").header("Last-Modified").orElseThrow();
        assertThat(lab.http.get("/k.txt", "If-Modified-Since: " + date).status())
                .isEqualTo(304);
        assertThat(lab.http
                        .get("/k.txt", "If-Modified-Since: Wed, 21 Oct 2065 07:28:00 GMT")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void case_44_a_precondition_that_fails() throws IOException {
        lab.rules(S);
        assertThat(lab.http.get("/k.txt", "If-Match: \"other\"").status()).isEqualTo(412);
        String longAgo = "If-Unmodified-Since: Wed, 21 Oct 2015 07:28:00 GMT";
        assertThat(lab.http.get("/k.txt", longAgo).status()).isEqualTo(412);
        String lastModified = lab.http.get("/k.txt").header("Last-Modified").orElseThrow();
        assertThat(lab.http
                        .get("/k.txt", "If-Unmodified-Since: " + lastModified)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void case_45_ranges() throws IOException {
        lab.rules(S);
        Answer part = lab.http.get("/k.txt", "Range: bytes=0-9");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("0123456789");
        assertThat(part.header("Content-Range")).contains("bytes 0-9/16");
        assertThat(part.header("Accept-Ranges")).contains("bytes");
        assertThat(lab.http.get("/k.txt", "Range: bytes=-3").text()).isEqualTo("def");
        assertThat(lab.http.get("/k.txt", "Range: bytes=99999-").status()).isEqualTo(416);
        for (String ignored : List.of("bytes=a-b", "bytes=0-1,3-4", "lines=0-1", "bytes=-")) {
            assertThat(lab.http.get("/k.txt", "Range: " + ignored).status()).isEqualTo(200);
        }
    }

    @Test
    void case_51_cors_is_on_objects_errors_and_redirects() throws IOException {
        try (WebsiteLab other = WebsiteLab.open()) {
            other.front.putBucketCors(BUCKET, new Cors(List.of("*"), List.of("GET")));
            other.put("there.html", "here");
            other.rules(WebsiteLab.rule(
                    "'KeyPrefixEquals': 'r/', 'HttpErrorCodeReturnedEquals': '404'", "'HostName': 'p.example'"));
            for (String path : List.of("/there.html", "/zz", "/r/zz")) {
                Answer answer = other.http.get(path, "Origin: https://page.example");
                assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
                assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET");
                assertThat(answer.header("Vary"))
                        .contains("Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
            }
            assertWithoutOrigin(other.http.get("/there.html"));
        }
    }

    /** Case 52: what poisons a cache whose key lacks the origin. */
    private static void assertWithoutOrigin(Answer answer) {
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Vary")).isEmpty();
    }

    @Test
    void case_54_the_rest_endpoint_never_redirects() throws IOException {
        lab.rules(S);
        Answer answer = RawHttp.to(lab.s3.url()).get("/" + BUCKET + "/a/b.jpg");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("<Code>NoSuchKey</Code>");
        assertThat(answer.header("Location")).isEmpty();
        assertThatThrownBy(() ->
                        lab.sdk.client().getObject(get -> get.bucket(BUCKET).key("a/b.jpg")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    void case_61_the_first_conditional_put_wins() throws IOException {
        lab.sdk.put(BUCKET, "once.txt", "first", put -> put.ifNoneMatch("*"));
        assertThatThrownBy(() -> lab.sdk.put(BUCKET, "once.txt", "second", put -> put.ifNoneMatch("*")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
        assertThat(lab.http.get("/once.txt").text()).isEqualTo("first");
    }
}
