package latent.store.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import latent.digest.Digest;
import latent.key.OriginalKey;
import latent.refusal.Fault;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.store.Original;
import latent.store.OriginalStream;
import latent.store.http.SourceBody.Measured;

/**
 * Reads files of hosts, one version of each at a time. A file that does not say how long it is, or which version, is read through once for that, without being
 * kept. All methods throw a fault where the host does not do its part. Thread-safe.
 */
final class SourceFiles {
    private static final Set<Integer> GONE = Set.of(404, 410, 412);

    private final SourceClient client;
    private final long maxBytes;

    /** @param maxBytes of a file that does not say how long it is */
    SourceFiles(SourceClient client, long maxBytes) {
        this.client = client;
        this.maxBytes = maxBytes;
    }

    /** An original at its place. */
    record Source(OriginalKey key, URI url) {}

    /** @throws Refusal ORIGINAL_MISSING, NOT_A_PICTURE where it is empty, or TOO_LARGE */
    OriginalStream open(Source source, int headBytes) {
        return stream(source, accepted(source, client.ask("GET", source.url(), Map.of()), 200), headBytes);
    }

    /** The same; empty where it is still this version. */
    Optional<OriginalStream> openUnless(Source source, String version, int headBytes) {
        SourceAnswer answer = client.ask("GET", source.url(), SourceVersion.unless(version));
        if (answer.status() == 304) {
            answer.close();
            return Optional.empty();
        }
        OriginalStream stream = stream(source, accepted(source, answer, 200), headBytes);
        if (stream.original().eTag().equals(version)) {
            stream.close(); // a host that does not know conditions
            return Optional.empty();
        }
        return Optional.of(stream);
    }

    /** An answer of one of these statuses, with the file's own bytes; any other is closed. */
    private static SourceAnswer accepted(Source source, SourceAnswer answer, Integer... statuses) {
        if (!Arrays.asList(statuses).contains(answer.status())) {
            answer.close();
            throw SourceFaults.of(source.key(), source.url(), answer.status());
        }
        if (answer.packed()) {
            answer.close();
            throw SourceFaults.fault(
                    Fault.SOURCE_DENIED, source.url(), "it is sent compressed, though that was not asked for");
        }
        return answer;
    }

    private OriginalStream stream(Source source, SourceAnswer answer, int headBytes) {
        try {
            Optional<String> version = SourceVersion.of(answer);
            OptionalLong length = answer.length();
            if (version.isEmpty() || length.isEmpty()) {
                return measured(source, answer, version, headBytes);
            }
            byte[] head = SourceBody.readFully(answer.body(), (int) Math.min(headBytes, length.getAsLong()));
            Original original = new Original(source.key(), version.get(), length.getAsLong(), head);
            if (original.whole()) {
                answer.close();
            }
            return new OriginalStream(
                    notEmpty(original), false, answer.body(), answer::close, () -> fetch(source, original));
        } catch (IOException brokeOff) {
            answer.close();
            throw SourceFaults.broken(source.url(), brokeOff);
        }
    }

    /** A stream of which only the head is at hand; who wants the rest asks again. */
    private OriginalStream measured(Source source, SourceAnswer answer, Optional<String> version, int headBytes)
            throws IOException {
        Measured file;
        try (answer) {
            file = SourceBody.measure(answer.body(), headBytes, maxBytes);
        }
        Original original = new Original(source.key(), version.orElse(file.version()), file.bytes(), file.head());
        OriginalStream stream = new OriginalStream(
                notEmpty(original), false, InputStream.nullInputStream(), () -> {}, () -> fetch(source, original));
        stream.close();
        return stream;
    }

    private static Original notEmpty(Original original) {
        if (original.bytes() == 0) {
            throw new Refusal(Reason.NOT_A_PICTURE, "The original is empty.");
        }
        return original;
    }

    /** A part of this version; empty where there is another. */
    Optional<byte[]> read(Source source, Original original, long offset, int length) {
        Map<String, String> headers = new HashMap<>(SourceVersion.only(original.eTag()));
        headers.put("Range", "bytes=" + offset + "-" + (offset + length - 1));
        try (SourceAnswer answer = client.ask("GET", source.url(), headers)) {
            if (GONE.contains(answer.status()) || answer.status() == 416) {
                return Optional.empty();
            }
            boolean part = accepted(source, answer, 200, 206).status() == 206;
            String range = "bytes " + offset + "-" + (offset + length - 1) + "/" + original.bytes();
            if (isOther(answer, original)
                    || (part && !answer.header("Content-Range").equals(Optional.of(range)))) {
                return Optional.empty();
            }
            if (!part) {
                answer.body().skipNBytes(offset); // a host that does not know ranges
            }
            return Optional.of(SourceBody.readFully(answer.body(), length));
        } catch (IOException brokeOff) {
            throw SourceFaults.broken(source.url(), brokeOff);
        }
    }

    /** All of this version; empty where there is another. */
    Optional<byte[]> fetch(Source source, Original original) {
        if (original.whole()) {
            return Optional.of(original.head());
        }
        try (SourceAnswer answer = client.ask("GET", source.url(), SourceVersion.only(original.eTag()))) {
            if (GONE.contains(answer.status()) || isOther(accepted(source, answer, 200), original)) {
                return Optional.empty();
            }
            boolean told = SourceVersion.of(answer).isPresent();
            return SourceBody.exactly(answer.body(), Math.toIntExact(original.bytes()))
                    .filter(bytes -> told
                            || SourceVersion.ofDigest(Digest.sha256().digest(bytes))
                                    .equals(original.eTag()));
        } catch (IOException brokeOff) {
            throw SourceFaults.broken(source.url(), brokeOff);
        }
    }

    /** By its header; where that says nothing, its bytes will. */
    private static boolean isOther(SourceAnswer answer, Original original) {
        return SourceVersion.of(answer)
                .filter(version -> !version.equals(original.eTag()))
                .isPresent();
    }

    /** Which version there is now; empty when there is no such file. */
    Optional<String> version(Source source) {
        try (SourceAnswer answer = client.ask("HEAD", source.url(), Map.of())) {
            if (GONE.contains(answer.status())) {
                return Optional.empty();
            }
            Optional<String> told = answer.status() == 200 ? SourceVersion.of(answer) : Optional.empty();
            if (told.isPresent()) {
                return told;
            }
        }
        return versionByGet(source); // many a host forbids HEAD, or says less to it
    }

    private Optional<String> versionByGet(Source source) {
        try (SourceAnswer answer = client.ask("GET", source.url(), Map.of())) {
            if (GONE.contains(answer.status())) {
                return Optional.empty();
            }
            Optional<String> told = SourceVersion.of(accepted(source, answer, 200));
            return told.isPresent()
                    ? told
                    : Optional.of(SourceBody.measure(answer.body(), 0, maxBytes).version());
        } catch (IOException brokeOff) {
            throw SourceFaults.broken(source.url(), brokeOff);
        }
    }
}
