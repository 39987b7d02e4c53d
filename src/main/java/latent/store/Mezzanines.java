package latent.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import latent.key.OriginalKey;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The mezzanines in S3, which nobody but us reads. Thread-safe. */
public final class Mezzanines {
    private static final String MEDIA_TYPE = "image/jpeg";

    private final S3Client s3;
    private final MezzaninePlace place;
    private final ListPermission listing;
    private final StoredRenditions objects;

    public Mezzanines(S3Client s3, MezzaninePlace place, ListPermission listing) {
        this.s3 = s3;
        this.place = place;
        this.listing = listing;
        this.objects = new StoredRenditions(s3, place.bucket());
    }

    /** The files, by the keys of their originals; their metadata are a {@link MezzanineSource}. */
    public OriginalStore files() {
        return new S3Originals(s3, place.bucket(), listing, place::name);
    }

    /** Stores one, in the place of what there was. */
    public void put(OriginalKey original, byte[] jpeg, MezzanineSource source) {
        s3.putObject(
                put -> put.bucket(place.bucket())
                        .key(place.name(original))
                        .contentType(MEDIA_TYPE)
                        .metadata(source.metadata()),
                RequestBody.fromBytes(jpeg));
    }

    /** Removes that of an original, if there is one. */
    public void remove(OriginalKey original) {
        s3.deleteObject(delete -> delete.bucket(place.bucket()).key(place.name(original)));
    }

    /**
     * Removes that of an original where it was made from another version.
     *
     * @param version that there is, quoted; empty where there is no original
     */
    public void removeOutdated(OriginalKey original, Optional<String> version) {
        boolean current = version.isPresent()
                && objects.source(place.name(original))
                        .map(source -> source.sourceETag().equals(version))
                        .orElse(true);
        if (!current) {
            remove(original);
        }
    }

    /** Removes those whose originals' keys begin so. */
    public void removeAll(String prefixOfOriginals) {
        objects.keys(place.beginning(prefixOfOriginals))
                .filter(MezzaninePlace::isName)
                .gather(Gatherers.windowFixed(StoredRenditions.MAX_DELETED_AT_ONCE))
                .forEach((List<String> names) -> objects.delete(names));
    }
}
