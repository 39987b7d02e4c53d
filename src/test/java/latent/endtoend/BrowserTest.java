package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latent.kit.Chromium;
import latent.kit.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser, which follows the redirect by itself and decodes what it gets. */
class BrowserTest {
    @Test
    void a_page_on_the_website_shows_pictures_that_nobody_has_made_yet(@TempDir Path data) throws Exception {
        Chromium chromium = Chromium.orSkip(data);
        try (Stack stack = Stack.start(data.resolve("s3"), Map.of())) {
            stack.putOriginal("widgets/myimage.jpg", Stack.jpeg(1200, 900));
            stack.s3.put("renditions", "page.html", """
                    <img src="/widgets/myimage_600_400.jpg" onload="this.alt = naturalWidth + 'x' + naturalHeight">
                    <img src="/widgets/myimage-200x200_fill.jpg.png" onload="this.alt = naturalWidth + 'x' + naturalHeight">
                    """);
            String page = chromium.dom(stack.cloud.website().url() + "/page.html");
            assertThat(page).contains("alt=\"533x400\"").contains("alt=\"200x200\"");
            assertThat(stack.storedAfter(3)).hasSize(3);
        }
    }

    @Test
    void a_script_on_a_page_reads_why_a_picture_is_refused(@TempDir Path data) throws Exception {
        Chromium chromium = Chromium.orSkip(data);
        try (Stack stack = Stack.start(data.resolve("s3"), Map.of())) {
            String nothing = "http://127.0.0.1:" + stack.service.port() + "/nothing_60_40.jpg";
            stack.s3.put("renditions", "page.html", """
                    <p>waiting</p>
                    <script>
                      const asked = new XMLHttpRequest()
                      asked.open('GET', '%1$s', false) // the page is not complete before the answer
                      asked.setRequestHeader('X-Anything', '1') // which needs a preflight
                      asked.send()
                      document.querySelector('p').textContent = asked.status + ': ' + asked.responseText
                    </script>
                    <img src="%1$s">
                    """.formatted(nothing));
            String page = chromium.dom(stack.cloud.website().url() + "/page.html");
            assertThat(page).containsPattern("<p>404: There is no original");
        }
    }

    @Test
    void a_page_shows_the_fallback_picture_of_an_original_that_is_missing_or_broken(@TempDir Path data)
            throws Exception {
        Chromium chromium = Chromium.orSkip(data);
        for (String status : List.of("refusal", "200")) {
            try (Stack stack = Stack.start(
                    data.resolve("s3-" + status), Map.of("fallback.picture", "builtin", "fallback.status", status))) {
                stack.putOriginal("broken.jpg", new byte[] {1, 2, 3});
                stack.s3.put("renditions", "page.html", """
                        <img src="/nothing_600_400.jpg" onload="this.alt = naturalWidth + 'x' + naturalHeight">
                        <img src="/broken_600_400.jpg.png" onload="this.alt = naturalWidth + 'x' + naturalHeight">
                        """);
                String page = chromium.dom(stack.cloud.website().url() + "/page.html");
                assertThat(page.split("alt=\"240x160\"", -1)).as(page).hasSize(3);
                assertThat(stack.stored()).containsExactly("page.html");
            }
        }
    }
}
