package latent.render.header;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import latent.refusal.Refusal;
import latent.render.header.IsoMedia.Box;

/**
 * Turns, mirrors and cuts the transparency of an AVIF or HEIC file as its picture. Both must have the same transformative properties; but until July 2025
 * libavif wrote them for the picture alone, and browsers apply those to both (github.com/AOMediaCodec/libavif/issues/2831). libheif applies to each what it
 * has, so that transparency comes out in another place, or squeezed.
 */
public final class AuxiliaryTransformations {
    private static final int ESSENTIAL = 0x80;
    private static final int BYTE_BITS = 8;

    /** There are three, and none means anything twice. */
    private static final int MOST_TRANSFORMATIONS = 8;

    private static final int LARGE_BOX = 1;

    private final ItemProperties properties;
    private final Set<Long> auxiliaries;
    private final List<Integer> wanted;
    private final Set<Long> left;

    private AuxiliaryTransformations(IsoMedia.Items items) {
        properties = items.properties();
        auxiliaries = items.ofFile().auxiliaries(properties.primary());
        wanted = properties.transformations(properties.primary());
        left = new HashSet<>(auxiliaries);
    }

    /**
     * The file with the same transformations for both.
     *
     * @param file that has passed the header gate
     * @return empty where it is so already
     */
    public static Optional<byte[]> alike(ByteSource file) {
        try {
            boolean alike =
                    FileParts.read(file, start -> new AuxiliaryTransformations(IsoMedia.items(start)).areAlike());
            return alike ? Optional.empty() : Optional.of(changed(file.read(0, (int) file.bytes())));
        } catch (Cursor.TooShort | Refusal broken) {
            return Optional.empty();
        }
    }

    private boolean areAlike() {
        return wanted.size() > MOST_TRANSFORMATIONS
                || auxiliaries.stream()
                        .allMatch(item -> properties.transformations(item).equals(wanted));
    }

    /** What items lie in does not move: the old box stays where it is, under a name that means nothing, and the new one comes last. */
    private static byte[] changed(byte[] file) {
        Cursor whole = new Cursor(new FileParts(file, file.length));
        AuxiliaryTransformations change = new AuxiliaryTransformations(IsoMedia.items(whole.head(file.length)));
        int start = 0;
        Box box = Box.next(whole);
        while (!box.name().equals("meta")) {
            start = (int) (file.length - whole.remaining());
            box = Box.next(whole);
        }
        ByteBuffer result = ByteBuffer.wrap(file.clone());
        if (result.getInt(start) != LARGE_BOX) {
            result.putInt(start, (int) (file.length - whole.remaining()) - start);
        }
        result.put(start + 4, ascii("free"));
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(result.array());
        joined.writeBytes(box("meta", change.meta(box.content())));
        return joined.toByteArray();
    }

    private byte[] meta(Cursor content) {
        ByteArrayOutputStream meta = new ByteArrayOutputStream();
        meta.writeBytes(bytes(content.part(4)));
        while (content.remaining() > 0) {
            Box box = Box.next(content);
            meta.writeBytes(
                    box(box.name(), box.name().equals("iprp") ? properties(box.content()) : bytes(box.content())));
        }
        return meta.toByteArray();
    }

    private byte[] properties(Cursor content) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        while (content.remaining() > 0) {
            Box box = Box.next(content);
            changed.writeBytes(
                    box(box.name(), box.name().equals("ipma") ? associations(box.content()) : bytes(box.content())));
        }
        return changed.toByteArray();
    }

    private byte[] associations(Cursor content) {
        ByteArrayOutputStream lists = new ByteArrayOutputStream();
        lists.writeBytes(bytes(content.head(8)));
        boolean wideItem = content.u8() > 0;
        int indexBytes = (content.u24() & 1) != 0 ? 2 : 1;
        for (long entries = content.u32(); entries > 0; entries--) {
            Cursor name = content.head(wideItem ? 4 : 2);
            long item = ItemProperties.number(content, wideItem);
            Cursor list = content.part((long) content.u8() * indexBytes);
            lists.writeBytes(bytes(name));
            lists.writeBytes(
                    auxiliaries.contains(item)
                            ? changed(list, indexBytes, left.remove(item))
                            : counted(list, indexBytes));
        }
        return lists.toByteArray();
    }

    private byte[] changed(Cursor list, int indexBytes, boolean isFirst) {
        int essential = ESSENTIAL << (indexBytes == 2 ? BYTE_BITS : 0);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        while (list.remaining() > 0) {
            int index = indexBytes == 2 ? list.u16() : list.u8();
            if (!properties.isTransformation(index & (essential - 1))) {
                write(index, indexBytes, changed);
            }
        }
        if (isFirst) {
            wanted.forEach(index -> write(index | essential, indexBytes, changed));
        }
        return counted(new Cursor(new FileParts(changed.toByteArray(), changed.size())), indexBytes);
    }

    private static void write(int index, int indexBytes, ByteArrayOutputStream to) {
        if (indexBytes == 2) {
            to.write(index >> BYTE_BITS);
        }
        to.write(index);
    }

    private static byte[] counted(Cursor list, int indexBytes) {
        byte[] indices = bytes(list);
        return ByteBuffer.allocate(1 + indices.length)
                .put((byte) (indices.length / indexBytes))
                .put(indices)
                .array();
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(ascii(name))
                .put(content)
                .array();
    }

    private static byte[] bytes(Cursor part) {
        ByteBuffer rest = part.rest();
        byte[] copy = new byte[rest.remaining()];
        rest.get(copy);
        return copy;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
