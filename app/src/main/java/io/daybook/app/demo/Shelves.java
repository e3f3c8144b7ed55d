package io.daybook.app.demo;

import java.util.List;

/** What the demo shop sells, one shelf a line. All of it is made up; so are the brands. */
final class Shelves {
    static final List<String> BRANDS = List.of(
            "Aldermoor",
            "Brightwick",
            "Calvenor",
            "Dunrova",
            "Elmquay",
            "Fennwick",
            "Glimmerra",
            "Hollowby",
            "Iverstad",
            "Jorvane",
            "Kestrelle",
            "Lumenora",
            "Mossgate",
            "Norvanta",
            "Oakhythe",
            "Pellworth",
            "Quillora",
            "Ravensby",
            "Sundaro",
            "Thistlex");

    /** Names that models are called by, within every shelf in another order. */
    static final List<String> MODELS = List.of(
            "Anker", "Birke", "Comet", "Delta", "Ember", "Fjord", "Grove", "Hazel", "Isle", "Juno", "Koral", "Linden",
            "Meadow", "Nimbus", "Orchard", "Pine", "Quartz", "Reef", "Sable", "Tundra", "Umber", "Vale", "Willow",
            "Zephyr");

    private static final String TEXT = """
            Kitchen|Kettles|electric kettle|25|110|colour=black/white/steel/red|capacity_l=1/1.2/1.5/1.7;power_w=1500/2000/2400;temperature_control?
            Kitchen|Pans|frying pan|19|120|diameter_cm=20/24/28/32|material=cast iron/steel/aluminium;induction?;dishwasher_safe?
            Kitchen|Knives|chef's knife|15|180|blade_cm=16/18/20/23|steel=carbon/stainless/damascus;handle=walnut/pakka wood/polymer
            Kitchen|Coffee grinders|coffee grinder|29|260|colour=black/white/copper|grind_settings=12/18/40;burr=steel/ceramic;timer?
            Kitchen|Storage|storage jar|6|28|capacity_l=0.5/1/1.5/2|material=glass/stoneware/enamel;airtight?
            Living|Table lamps|table lamp|24|190|colour=white/black/brass/sage|socket=E14/E27/LED;lumen=250/470/806;dimmable?
            Living|Cushions|cushion|12|59|colour=sand/rust/navy/moss/grey|material=cotton/linen/wool;washable?
            Living|Rugs|rug|69|590|size=80 x 150 cm/120 x 170 cm/160 x 230 cm/200 x 300 cm|material=wool/jute/cotton;pile_mm=6/10/18
            Living|Shelving|wall shelf|29|240|width_cm=40/60/80/120|material=oak/birch/steel;load_kg=10/15/25
            Bedroom|Duvets|duvet|49|320|size=135 x 200 cm/155 x 220 cm/200 x 200 cm|filling=down/cotton/fibre;season=summer/winter/all year
            Bedroom|Bed linen|bed linen set|29|160|colour=white/sky/blush/charcoal|material=percale/satin/jersey/linen;zip?
            Bedroom|Alarm clocks|alarm clock|14|79|colour=black/white/mint|display=hands/digits;radio?;light?
            Garden|Hand tools|garden trowel|7|39|colour=green/red/natural|material=steel/stainless steel/bronze;length_cm=28/32/38
            Garden|Watering|watering can|12|69|colour=green/grey/yellow/blue|capacity_l=5/8/10;material=zinc/recycled plastic
            Garden|Pots|plant pot|5|89|diameter_cm=12/18/25/35/45|material=terracotta/stoneware/fibre clay;drain_hole?
            Garden|Garden chairs|folding garden chair|39|210|colour=teak/white/anthracite/blue|material=acacia/steel/aluminium;load_kg=110/120/150
            Outdoor|Tents|tent|89|690|persons=1/2/3/4|season=three seasons/four seasons;weight_kg=1.4/2.1/2.9/4.2;water_column_mm=2000/3000/5000
            Outdoor|Sleeping bags|sleeping bag|49|390|length_cm=175/190/205|filling=down/fibre;comfort_c=-7/0/6;weight_kg=0.8/1.2/1.6
            Outdoor|Backpacks|hiking backpack|45|260|capacity_l=18/28/45/65|colour=black/petrol/rust;rain_cover?
            Outdoor|Bottles|insulated bottle|14|49|colour=black/white/forest/coral/sky|capacity_l=0.35/0.5/0.75/1;leakproof?
            Outdoor|Head torches|head torch|19|120|colour=black/orange/blue|lumen=200/350/600;rechargeable?
            Cycling|Bike lights|bicycle light|12|130|position=front/rear/set|lux=30/60/100;battery=cell/rechargeable/dynamo
            Cycling|Helmets|bicycle helmet|39|210|size=S/M/L/XL|colour=white/black/yellow;rear_light?
            Cycling|Locks|bicycle lock|24|160|length_cm=75/90/110|kind=chain/folding/u-lock;security_level=8/11/15
            Cycling|Panniers|pannier bag|39|180|colour=black/grey/red/olive|capacity_l=12/20/25;waterproof?
            Clothing|Rain jackets|rain jacket|59|340|size=XS/S/M/L/XL|colour=navy/moss/mustard/black;water_column_mm=8000/10000/20000;hood?
            Clothing|Jumpers|merino jumper|59|190|size=S/M/L/XL|colour=oat/ink/forest/berry;material=merino/lambswool/cotton
            Clothing|Socks|pair of hiking socks|9|29|size=35-38/39-42/43-46|material=merino/cotton/wool mix;height=ankle/crew/knee
            Clothing|Hats|knitted hat|15|59|colour=grey/red/blue/oat|material=wool/merino/cotton;lined?
            Toys|Wooden blocks|set of wooden blocks|14|89|pieces=24/50/100|wood=beech/maple/lime;age_from=1/2/3
            Toys|Puzzles|jigsaw puzzle|9|39|pieces=100/500/1000/2000|motif=map/forest/harbour/mountains
            Toys|Board games|board game|15|69|players=2/4/6|minutes=20/45/90;age_from=6/8/10/12
            Toys|Plush animals|plush animal|12|59|height_cm=18/25/40|animal=bear/fox/otter/owl/whale;washable?
            Office|Notebooks|dotted notebook|6|29|format=A6/A5/A4|pages=120/192/240;cover=linen/card/leather;colour=black/red/blue
            Office|Fountain pens|fountain pen|19|240|nib=EF/F/M/B|colour=black/petrol/ivory;filling=cartridge/piston
            Office|Desk lamps|desk lamp|29|260|colour=white/black/silver|lumen=400/600/900;colour_temperature_k=2700/4000;dimmable?
            Office|Desk chairs|desk chair|119|790|colour=black/grey/blue/green|load_kg=110/130/150;armrests?;headrest?
            Audio|Headphones|pair of headphones|29|390|colour=black/white/sand/blue|kind=over-ear/on-ear/in-ear;noise_cancelling?;battery_h=20/30/50
            Audio|Speakers|wireless speaker|39|490|colour=black/white/red/green|battery_h=8/12/20;waterproof?;power_w=10/20/60
            Audio|Record players|record player|129|890|finish=walnut/black/white|drive=belt/direct;preamplifier?
            Computing|Keyboards|keyboard|25|210|layout=DE/UK/US/FR|switches=linear/tactile/quiet;wireless?;backlight?
            Computing|Mice|computer mouse|15|120|colour=black/white/grey|dpi=1600/4000/8000;wireless?
            Computing|USB chargers|USB charger|14|89|power_w=20/45/65/100|ports=1/2/3/4;plug=EU/UK
            Computing|Laptop stands|laptop stand|24|130|colour=silver/black/walnut|material=aluminium/steel/wood;foldable?
            Pets|Dog beds|dog bed|25|160|size=S/M/L/XL|material=cotton/cord/felt;washable?
            Pets|Leads|dog lead|12|59|length_cm=120/200/300|colour=black/red/tan/blue;material=leather/rope/nylon
            """;

    private Shelves() {}

    static List<Shelf> all() {
        return TEXT.lines().map(Shelf::parse).toList();
    }
}
