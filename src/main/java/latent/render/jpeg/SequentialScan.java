package latent.render.jpeg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What it takes to walk over the codes of a scan that holds the whole picture.
 *
 * @param blocks          the tables of each block of a unit, DC and AC by turns
 * @param units           how many units (MCU) there are
 * @param unitsInRow      how many lie side by side
 * @param restartInterval units between two restart markers; 0 when there are none
 */
record SequentialScan(List<HuffmanTable> blocks, long units, int unitsInRow, int restartInterval) {
    private static final int BLOCK = 8;

    /** @throws IllegalArgumentException when the header is not good for a walk */
    static SequentialScan of(JpegHeader header) {
        JpegBytes bytes = header.bytes();
        Map<Integer, HuffmanTable> tables = new HashMap<>();
        int interval = 0;
        for (long at : header.segments()) {
            if (bytes.u8(at + 1) == JpegCodes.DHT) {
                readTables(bytes, at, tables);
            } else if (bytes.u8(at + 1) == JpegCodes.DRI) {
                interval = bytes.u16(at + 4);
            }
        }
        List<HuffmanTable> blocks = new ArrayList<>();
        int widest = 1;
        int highest = 1;
        for (int i = 0; i < header.components(); i++) {
            int sampling = bytes.u8(header.frame() + 11 + 3L * i);
            int wide = header.components() == 1 ? 1 : sampling >> 4;
            int high = header.components() == 1 ? 1 : sampling & 15;
            widest = Math.max(widest, wide);
            highest = Math.max(highest, high);
            int selector = bytes.u8(header.scan() + 6 + 2L * i);
            for (int block = 0; block < wide * high; block++) {
                blocks.add(table(tables, selector >> 4));
                blocks.add(table(tables, 0x10 | (selector & 15)));
            }
        }
        int across = Math.max(1, Math.ceilDiv(bytes.u16(header.frame() + 7), BLOCK * widest));
        long units = (long) across * Math.ceilDiv(bytes.u16(header.frame() + 5), BLOCK * highest);
        return new SequentialScan(blocks, units, across, interval);
    }

    private static void readTables(JpegBytes bytes, long segment, Map<Integer, HuffmanTable> tables) {
        long end = segment + 2 + bytes.u16(segment + 2);
        for (long at = segment + 4; at < end; ) {
            HuffmanTable table = HuffmanTable.at(bytes, at + 1);
            tables.put(bytes.u8(at), table);
            at += 1 + table.bytes();
        }
    }

    private static HuffmanTable table(Map<Integer, HuffmanTable> tables, int name) {
        HuffmanTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        return table;
    }

    /** Walks over one unit; false when its bits are not those of one. */
    boolean skipUnit(ScanBits bits) {
        for (int i = 0; i < blocks.size(); i += 2) {
            if (!skipBlock(bits, blocks.get(i), blocks.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean skipBlock(ScanBits bits, HuffmanTable dc, HuffmanTable ac) {
        int size = dc.decode(bits);
        if (size < 0 || size > 15 || !bits.skip(size)) {
            return false;
        }
        for (int k = 1; k < BLOCK * BLOCK; k++) {
            int symbol = ac.decode(bits);
            if (symbol < 0) {
                return false;
            }
            int run = symbol >> 4;
            size = symbol & 15;
            if (size == 0 && run != 15) {
                return true;
            }
            k += run;
            if (k >= BLOCK * BLOCK || !bits.skip(size)) {
                return false;
            }
        }
        return true;
    }
}
