package latent.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bucket4j.Bucket;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import latent.digest.Digest;

/**
 * A fixed number of token buckets, each shared by all identities whose keyed hash falls on it: a count-min sketch. An identity has one bucket in each
 * of two rows, pays in both, and is refused only when both are empty, so that one busy identity does not exclude those it shares a bucket with. The
 * key of the hash is random and secret, so that nobody can choose whom to share with. Thread-safe.
 */
final class SharedBuckets {
    private static final int LEAST = 1 << 10;
    private static final int MOST = 1 << 16;
    private static final int HASH_KEY_BYTES = 32;

    private final List<AtomicReferenceArray<Bucket>> rows;
    private final Supplier<Bucket> full;
    private final byte[] hashKey = new byte[HASH_KEY_BYTES];

    /**
     * Makes the rows; a bucket is made on first use.
     *
     * @param wanted buckets in a row, within fixed bounds
     * @param full   makes a full bucket
     */
    SharedBuckets(long wanted, Supplier<Bucket> full) {
        int length = Math.clamp(wanted, LEAST, MOST);
        this.rows = List.of(new AtomicReferenceArray<>(length), new AtomicReferenceArray<>(length));
        this.full = full;
        new SecureRandom().nextBytes(hashKey);
    }

    /** The two buckets of an identity, one of each row. */
    List<Bucket> of(String identity) {
        ByteBuffer hash = hash(identity);
        return rows.stream().map(row -> bucket(row, place(row, hash))).toList();
    }

    private Bucket bucket(AtomicReferenceArray<Bucket> row, int place) {
        return Optional.ofNullable(row.get(place)).orElseGet(() -> {
            row.compareAndSet(place, null, full.get());
            return row.get(place);
        });
    }

    /** Each row takes the next four bytes of the hash. */
    private static int place(AtomicReferenceArray<Bucket> row, ByteBuffer hash) {
        return Math.floorMod(hash.getInt(), row.length());
    }

    private ByteBuffer hash(String identity) {
        MessageDigest digest = Digest.sha256();
        digest.update(hashKey);
        return ByteBuffer.wrap(digest.digest(identity.getBytes(UTF_8)));
    }
}
