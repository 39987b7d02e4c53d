package latent.render.header;

import java.util.ArrayList;
import java.util.List;
import latent.image.ImageFormat;
import latent.image.Orientation;
import latent.render.header.IsoMedia.Box;

/** Size and turn of the primary item (ISO/IEC 23008-12, 6.5 and 9.3). Decoders go by these and ignore the orientation in Exif. */
final class ItemProperties {
    private long primary;
    private List<Box> properties = List.of();
    private List<Integer> ofPrimary = List.of();

    private ItemProperties() {}

    static Claim read(ImageFormat format, Cursor meta) {
        ItemProperties found = new ItemProperties();
        meta.skip(4);
        found.visit(meta, true);
        return found.claim(format);
    }

    private void visit(Cursor parent, boolean atTop) {
        while (parent.remaining() > 0) {
            Box box = Box.next(parent);
            switch (box.name()) {
                case "pitm" -> primary = number(box.content(), version(box.content()) > 0);
                case "iprp" -> {
                    if (atTop) {
                        visit(box.content(), false);
                    }
                }
                case "ipco" -> properties = all(box.content());
                case "ipma" -> associations(box.content());
                default -> {}
            }
        }
    }

    private static List<Box> all(Cursor parent) {
        List<Box> boxes = new ArrayList<>();
        while (parent.remaining() > 0) {
            boxes.add(Box.next(parent));
        }
        return boxes;
    }

    private void associations(Cursor content) {
        boolean wideItem = content.u8() > 0;
        boolean wideIndex = (content.u24() & 1) != 0;
        for (long entries = content.u32(); entries > 0; entries--) {
            boolean mine = number(content, wideItem) == primary;
            List<Integer> indices = new ArrayList<>();
            for (int count = content.u8(); count > 0; count--) {
                indices.add(wideIndex ? content.u16() & 0x7fff : content.u8() & 0x7f);
            }
            if (mine) {
                ofPrimary = indices;
            }
        }
    }

    private Claim claim(ImageFormat format) {
        Claim claim = Claim.still(format, 0, 0);
        Orientation turn = Orientation.TOP_LEFT;
        for (int index : ofPrimary) {
            if (index < 1 || index > properties.size()) {
                continue;
            }
            Box property = properties.get(index - 1);
            switch (property.name()) {
                case "ispe" -> {
                    property.content().skip(4);
                    claim = claim.atLeast(Claim.still(
                            format, property.content().u32(), property.content().u32()));
                }
                case "irot" -> turn = turn.then(anticlockwise(property.content().u8() & 3));
                case "imir" -> turn = turn.then(mirrored(property.content().u8() & 1));
                default -> {}
            }
        }
        return claim.turned(turn);
    }

    private static Orientation anticlockwise(int quarters) {
        return switch (quarters) {
            case 1 -> Orientation.LEFT_BOTTOM;
            case 2 -> Orientation.BOTTOM_RIGHT;
            case 3 -> Orientation.RIGHT_TOP;
            default -> Orientation.TOP_LEFT;
        };
    }

    private static Orientation mirrored(int axis) {
        return axis == 0 ? Orientation.BOTTOM_LEFT : Orientation.TOP_RIGHT;
    }

    private static int version(Cursor content) {
        int version = content.u8();
        content.skip(3);
        return version;
    }

    private static long number(Cursor content, boolean wide) {
        return wide ? content.u32() : content.u16();
    }
}
