package latent.render.colour;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The code points in the primary picture of an AVIF or HEIC file (ISO/IEC 23008-12, 6.5.5; ISO/IEC 14496-12, 12.1.5). The decoder has applied their
 * matrix and range. As in Chromium, the curves of video count as that of sRGB here, and so does a missing curve.
 */
final class IsoMediaColour {
    private static final int UNSPECIFIED = 2;

    private IsoMediaColour() {}

    private record Box(String name, ByteBuffer content) {}

    /** Empty where the file says nothing, or cannot be read. */
    static Optional<ColourDescription> of(ByteBuffer file) {
        try {
            return find(boxes(file.duplicate()), "meta").flatMap(meta -> ofMeta(full(meta)));
        } catch (IllegalArgumentException | BufferUnderflowException | IndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    private static Optional<ColourDescription> ofMeta(ByteBuffer meta) {
        List<Box> boxes = boxes(meta);
        Optional<ByteBuffer> properties = find(boxes, "iprp");
        Optional<ByteBuffer> primary = find(boxes, "pitm");
        if (properties.isEmpty() || primary.isEmpty()) {
            return Optional.empty();
        }
        List<Box> parts = boxes(properties.get());
        List<Box> all = find(parts, "ipco").map(IsoMediaColour::boxes).orElse(List.of());
        boolean wide = primary.get().get() > 0;
        long item = number(primary.get().position(4), wide);
        return parts.stream()
                .filter(part -> part.name.equals("ipma"))
                .flatMap(part -> associated(part.content.duplicate(), item))
                .filter(index -> index >= 1 && index <= all.size())
                .map(index -> all.get(index - 1))
                .filter(property -> property.name.equals("colr"))
                .flatMap(property -> codePoints(property.content.duplicate()).stream())
                .findFirst();
    }

    private static Optional<ColourDescription> codePoints(ByteBuffer property) {
        if (!Bytes.tag(property).equals("nclx")) {
            return Optional.empty();
        }
        int primaries = property.getShort() & 0xffff;
        int curve = property.getShort() & 0xffff;
        Primaries known = Primaries.of(primaries).orElse(Primaries.BT709);
        ToneCurve light = ToneCurve.of(curve == UNSPECIFIED ? 13 : curve).orElse(ToneCurve.SRGB);
        return Optional.of(new ColourDescription(known, light.equals(ToneCurve.VIDEO) ? ToneCurve.SRGB : light));
    }

    /** Numbers of the properties of an item, from 1. */
    private static Stream<Integer> associated(ByteBuffer content, long item) {
        int head = content.getInt();
        boolean wideItem = head >>> 24 > 0;
        boolean wideIndex = (head & 1) != 0;
        List<Integer> found = new ArrayList<>();
        for (long entries = content.getInt() & 0xffff_ffffL; entries > 0; entries--) {
            boolean wanted = number(content, wideItem) == item;
            for (int count = content.get() & 0xff; count > 0; count--) {
                int index = wideIndex ? content.getShort() & 0x7fff : content.get() & 0x7f;
                if (wanted) {
                    found.add(index);
                }
            }
        }
        return found.stream();
    }

    private static List<Box> boxes(ByteBuffer parent) {
        List<Box> boxes = new ArrayList<>();
        while (parent.remaining() >= 8) {
            int start = parent.position();
            long length = parent.getInt() & 0xffff_ffffL;
            String name = Bytes.tag(parent);
            if (length == 1) {
                length = parent.getLong();
            }
            int header = parent.position() - start;
            long content = length == 0 ? parent.remaining() : length - header;
            if (content < 0 || content > parent.remaining()) {
                return boxes;
            }
            boxes.add(new Box(name, parent.slice(parent.position(), (int) content)));
            parent.position(parent.position() + (int) content);
        }
        return boxes;
    }

    private static Optional<ByteBuffer> find(List<Box> boxes, String name) {
        return boxes.stream()
                .filter(box -> box.name.equals(name))
                .map(box -> box.content.duplicate())
                .findFirst();
    }

    /** Without its version and flags. */
    private static ByteBuffer full(ByteBuffer content) {
        return content.position(4);
    }

    private static long number(ByteBuffer content, boolean wide) {
        return wide ? content.getInt() & 0xffff_ffffL : content.getShort() & 0xffff;
    }
}
