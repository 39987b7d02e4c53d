package latent.local.website;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import latent.local.web.Body;
import latent.local.web.HeaderFields;
import latent.local.web.Reply;
import latent.local.web.Request;
import latent.local.website.BuiltInPage.Detail;
import latent.local.website.WebsiteConfiguration.Pages;
import latent.local.website.WebsiteConfiguration.RedirectAll;

/** One bucket's website: the order in which S3 tries what the configuration says. Nothing of the request's query is part of the key. */
final class WebsiteEndpoint {
    private static final Set<String> OBJECT_HEADERS = Set.of(
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-range",
            "content-type",
            "etag",
            "expires",
            "last-modified");

    private static final int SHORT_BODY_BYTES = 1 << 16;

    private final String bucket;
    private final WebsiteConfiguration configuration;
    private final RefererPolicy referer;
    private final AnonymousReader reader;
    private final boolean keepQuery;
    private final Clock clock;

    WebsiteEndpoint(
            String bucket,
            WebsiteConfiguration configuration,
            RefererPolicy referer,
            AnonymousReader reader,
            boolean keepQuery,
            Clock clock) {
        this.bucket = bucket;
        this.configuration = configuration;
        this.referer = referer;
        this.reader = reader;
        this.keepQuery = keepQuery;
        this.clock = clock;
    }

    Reply answer(Request request, ObjectKey key, RequestIds ids) {
        return switch (configuration) {
            case RedirectAll all ->
                redirect(301, Location.of(all.protocol(), all.hostName(), key.encoded(), query(request)));
            case Pages pages ->
                pages.ruleBeforeLookUp(key)
                        .map(rule -> obey(rule, request, key))
                        .orElseGet(() -> lookUp(pages, request, key, ids));
        };
    }

    private Reply lookUp(Pages pages, Request request, ObjectKey key, RequestIds ids) {
        ObjectKey page = pages.page(key);
        if (!referer.allows(request)) {
            return refused(pages, request, key, ids);
        }
        HttpResponse<InputStream> found = reader.read(bucket, page, request);
        if (found.statusCode() < 400 && !DateConditions.failed(request, found.headers())) {
            boolean notModified = DateConditions.notModified(request, found.headers(), clock.instant());
            return object(notModified ? 304 : found.statusCode(), found, HeaderFields.none());
        }
        discard(found);
        WebsiteError error =
                found.statusCode() < 400 ? WebsiteError.PRECONDITION_FAILED : WebsiteError.ofStore(found.statusCode());
        boolean missing = error == WebsiteError.NO_SUCH_KEY || error == WebsiteError.ACCESS_DENIED;
        if (missing && !key.isFolder() && reader.has(bucket, key.plus("/").plus(pages.indexSuffix()))) {
            // A key that begins with a slash must not make "//host": that is another site.
            return BuiltInPage.found("/" + key.encoded().replaceFirst("^/", "%2F") + "/", ids);
        }
        return pages.ruleOnError(key, error.status())
                .map(rule -> obey(rule, request, key))
                .orElseGet(() -> errorPage(pages, request, error, page, ids));
    }

    /** Without the secret nobody may get or list, so that even a missing key is a 403, and no page of the bucket's own goes with it. */
    private Reply refused(Pages pages, Request request, ObjectKey key, RequestIds ids) {
        return pages.ruleOnError(key, WebsiteError.ACCESS_DENIED.status())
                .map(rule -> obey(rule, request, key))
                .orElseGet(() -> BuiltInPage.error(WebsiteError.ACCESS_DENIED, List.of(), ids));
    }

    private Reply errorPage(Pages pages, Request request, WebsiteError error, ObjectKey page, RequestIds ids) {
        List<Detail> details = new ArrayList<>();
        if (error == WebsiteError.NO_SUCH_KEY) {
            details.add(new Detail("Key", page.value()));
        }
        if (pages.errorKey().isEmpty()) {
            return BuiltInPage.error(error, details, ids);
        }
        String errorKey = pages.errorKey().get();
        HttpResponse<InputStream> found = reader.readWhole(bucket, new ObjectKey(errorKey), request.isHead());
        if (found.statusCode() == 200) {
            return object(error.status(), found, BuiltInPage.errorHeaders(error, details));
        }
        discard(found);
        return BuiltInPage.error(error, details, ids, Optional.of(errorKey));
    }

    private Reply obey(RoutingRule rule, Request request, ObjectKey key) {
        String host = request.header("Host").orElse("localhost");
        return redirect(rule.redirect().status(), Location.of(rule, key, host, query(request)));
    }

    /** S3 sends no Cache-Control with a redirect, and none can be configured. */
    private static Reply redirect(int status, String location) {
        return new Reply(status, HeaderFields.none().set("Location", location).build(), Body.empty());
    }

    private Optional<String> query(Request request) {
        return keepQuery ? request.rawQuery() : Optional.empty();
    }

    private static Reply object(int status, HttpResponse<InputStream> found, HeaderFields more) {
        HeaderFields headers = HeaderFields.of(
                found.headers(), name -> OBJECT_HEADERS.contains(name) || name.startsWith("x-amz-meta-"));
        more.build().map().forEach((name, values) -> values.forEach(value -> headers.set(name, value)));
        headers.set("Accept-Ranges", "bytes");
        long length = found.headers().firstValueAsLong("Content-Length").orElse(0);
        return new Reply(status, headers.build(), new Body(found.body(), length));
    }

    /** Short bodies are read, so that the connection lives on; a long one costs more than a new connection. */
    private static void discard(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            body.readNBytes(SHORT_BODY_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
