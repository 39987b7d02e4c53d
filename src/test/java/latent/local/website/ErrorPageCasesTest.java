package latent.local.website;

import static latent.local.website.WebsiteLab.S;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import latent.local.AnonymousAccess;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of S3 itself, by the rows of the table of conformance cases. */
class ErrorPageCasesTest extends PageCases {
    @Test
    void case_24_post_is_not_allowed() throws IOException {
        lab.rules(S);
        assertNotAllowed(lab.http.send("POST", "/"), "POST");
    }

    @Test
    void case_25_post_is_not_allowed_whatever_the_rule_or_the_error_document() throws IOException {
        lab.rulesAndErrorDocument("error.html", S);
        assertNotAllowed(lab.http.send("POST", "/"), "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void case_26_methods_that_write_are_not_allowed(String method) throws IOException {
        lab.rules(S);
        assertNotAllowed(lab.http.send(method, "/k.txt"), method);
        assertThat(lab.http.get("/k.txt").text()).isEqualTo("0123456789abcdef");
    }

    private static void assertNotAllowed(Answer answer, String method) {
        assertThat(answer.status()).isEqualTo(405);
        assertPage(answer, """
                <html>
                <head><title>405 Method Not Allowed</title></head>
                <body>
                <h1>405 Method Not Allowed</h1>
                <ul>
                <li>Code: MethodNotAllowed</li>
                <li>Message: The specified method is not allowed against this resource.</li>
                <li>Method: %s</li>
                <li>ResourceType: OBJECT</li>
                """.formatted(method));
    }

    @Test
    void case_27_a_missing_key_has_s3_s_own_page() throws IOException {
        lab.rules();
        Answer answer = lab.http.get("/zz");
        assertThat(answer.status()).isEqualTo(404);
        assertPage(answer, """
                <html>
                <head><title>404 Not Found</title></head>
                <body>
                <h1>404 Not Found</h1>
                <ul>
                <li>Code: NoSuchKey</li>
                <li>Message: The specified key does not exist.</li>
                <li>Key: zz</li>
                """);
    }

    private static void assertPage(Answer answer, String start) {
        assertThat(answer.header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(answer.text())
                .startsWith(start)
                .matches("(?s).*<li>RequestId: [0-9A-F]{16}</li>.<li>HostId: [A-Za-z0-9+/=]{76}</li>.</ul>.*")
                .endsWith("<hr/>\n</body>\n</html>\n");
    }

    @Test
    void case_27_the_key_is_escaped_in_it() throws IOException {
        lab.rules();
        assertThat(lab.http.get("/%3Cscript%3Ealert(1)%3C/script%3E").text())
                .contains("<li>Key: &lt;script&gt;alert(1)&lt;/script&gt;</li>")
                .doesNotContain("<script>");
    }

    @Test
    void case_28_a_missing_folder_names_its_index() throws IOException {
        lab.rules();
        Answer answer = lab.http.get("/zz/");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("<li>Key: zz/index.html</li>");
    }

    @Test
    void case_29_a_missing_error_document_is_mentioned() throws IOException {
        lab.rulesAndErrorDocument("no-such-error.html");
        Answer answer = lab.http.get("/");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("""
                        <h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>
                        <ul>
                        <li>Code: NoSuchKey</li>
                        <li>Message: The specified key does not exist.</li>
                        <li>Key: no-such-error.html</li>
                        </ul>
                        <hr/>""");
    }

    @Test
    void case_30_no_such_bucket() throws IOException {
        Answer answer = lab.http.get("/", "Host: nobody.s3-website-us-east-1.amazonaws.com");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .contains(
                        "<li>Code: NoSuchBucket</li>",
                        "<li>Message: The specified bucket does not exist</li>",
                        "<li>BucketName: nobody</li>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"originals/cat.jpg", "../images", "a", "UPPER.localhost", "x y.localhost"})
    void case_30_a_host_that_no_bucket_can_have(String host) throws IOException {
        assertThat(lab.http.get("/", "Host: " + host).text()).contains("<li>Code: NoSuchBucket</li>");
    }

    @Test
    void case_31_no_website_configuration() throws IOException {
        lab.s3.createBucket("plain", AnonymousAccess.NONE);
        for (String path : List.of("/", "/key")) {
            Answer answer = lab.http.get(path, "Host: plain.localhost:8080");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text())
                    .contains("<li>Code: NoSuchWebsiteConfiguration</li>", "<li>BucketName: plain</li>");
        }
    }

    @Test
    void case_32_head_tells_the_error_in_headers() throws IOException {
        lab.rules();
        Answer answer = lab.http.head("/zz");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("x-amz-error-code")).contains("NoSuchKey");
        assertThat(answer.header("x-amz-error-message")).contains("The specified key does not exist.");
    }
}
