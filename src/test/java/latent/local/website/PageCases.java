package latent.local.website;

import static latent.local.website.WebsiteLab.BUCKET;

import java.util.Map;
import latent.kit.OncePerRun;
import latent.local.AnonymousAccess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One website for all classes of pages, with an object, an error document and a folder with an index. */
abstract class PageCases {
    @RegisterExtension
    static final OncePerRun<WebsiteLab> LAB = OncePerRun.of(WebsiteLab::open);

    WebsiteLab lab;

    @BeforeEach
    void fill() {
        lab = LAB.get();
        lab.access(AnonymousAccess.GET_AND_LIST);
        lab.put("error.html", "<h1>not here</h1>");
        lab.put("d/index.html", "index of d");
        lab.sdk.put(
                BUCKET,
                "k.txt",
                "0123456789abcdef",
                put -> put.contentType("text/plain")
                        .cacheControl("public, max-age=12312312")
                        .metadata(Map.of("original-etag", "abc")));
    }
}
