package latent.store.http;

import java.util.Map;
import java.util.Optional;
import latent.key.OriginalKey;
import latent.store.Original;
import latent.store.OriginalStore;
import latent.store.OriginalStream;
import latent.store.http.HttpSources.Place;

/**
 * Originals of other hosts, where a key's first folders say so, and of another store where they do not; only read. Nobody tells us when a file changes there:
 * it is asked for as S3 is, before and after a rendition is stored, and by a purge. Thread-safe.
 */
public final class HttpOriginals implements OriginalStore {
    private final HttpSources sources;
    private final SourceFiles files;
    private final OriginalStore others;

    /** @param others has all other originals */
    public HttpOriginals(HttpSources sources, SourceClient client, OriginalStore others) {
        this.sources = sources;
        this.files = new SourceFiles(client, sources.maxBytes());
        this.others = others;
    }

    private Optional<SourceFiles.Source> at(OriginalKey key) {
        return sources.of(key).map(place -> new SourceFiles.Source(key, place.url(key)));
    }

    @Override
    public String source(OriginalKey key) {
        return sources.of(key).map(Place::host).orElseGet(() -> others.source(key));
    }

    @Override
    public Optional<String> cacheControl(OriginalKey key) {
        return sources.of(key).isPresent() ? Optional.of(sources.cacheControl()) : others.cacheControl(key);
    }

    @Override
    public OriginalStream open(OriginalKey key, int headBytes) {
        return at(key).map(source -> files.open(source, headBytes)).orElseGet(() -> others.open(key, headBytes));
    }

    @Override
    public Optional<OriginalStream> openUnless(OriginalKey key, String eTag, int headBytes) {
        return at(key).map(source -> files.openUnless(source, eTag, headBytes))
                .orElseGet(() -> others.openUnless(key, eTag, headBytes));
    }

    @Override
    public Optional<byte[]> read(Original original, long offset, int length) {
        return at(original.key())
                .map(source -> files.read(source, original, offset, length))
                .orElseGet(() -> others.read(original, offset, length));
    }

    @Override
    public Optional<byte[]> fetch(Original original) {
        return at(original.key()).map(source -> files.fetch(source, original)).orElseGet(() -> others.fetch(original));
    }

    @Override
    public Optional<String> version(OriginalKey key) {
        return at(key).map(files::version).orElseGet(() -> others.version(key));
    }

    @Override
    public Optional<String> versionIfReadable(OriginalKey key) {
        return at(key).map(files::version).orElseGet(() -> others.versionIfReadable(key));
    }

    /** HTTP has no lists; of these originals each is asked for by itself. */
    @Override
    public Map<String, String> versions(String folder, OriginalKey from) {
        return sources.of(from).isPresent() ? Map.of() : others.versions(folder, from);
    }
}
