/**
 * The article of the sample: a report in the desk's own words about statements on the first Russian air strikes in
 * Syria. It is sample data, and holds nothing but what was publicly stated at the time.
 */
export const article = {
  title: "Moscow turns down criticism of its first strikes in Syria",
  text: `Moscow has turned down the criticism of its first air strikes in Syria. Talk of a target other than Islamic State has no foundation, Foreign Minister Sergei Lavrov said in New York; whoever doubts it should show the proof. He also rejected the accusation that civilians had died.

American officials had voiced doubt that the strikes were aimed at Islamic State. As far as they could see, the places that were hit are not held by that group. It is the first time since the war in Afghanistan began in 1979 that Russian forces fight outside the former Soviet Union.

The head of Syria's main opposition group said that 36 civilians had been killed in the province of Homs, and that Moscow had killed them. Asked about civilians, Lavrov answered that Moscow had no data of that kind, and that care was taken to keep the strikes exact.

By the account of the defence ministry in Moscow, its aircraft flew 20 sorties and hit eight targets of Islamic State, a command post in the mountains among them.

Washington complained that it had been told of the strikes only an hour ahead. Both sides nevertheless want their officers to talk soon, so that their aircraft do not get in each other's way.

Senators in Moscow had approved the deployment the day before, in a closed session and without a vote against.

Moscow supports Damascus against Islamic State and against other terrorist groups too, the Kremlin's spokesman Dmitry Peskov said. Whether the Free Syrian Army counts as a target, he left open. Did it exist at all, he asked in return, and had not most of its fighters gone over to Islamic State?

The daily Kommersant has it from a military source what was sent: bombers of the types Su-24M and Su-34, Su-30 fighters, and Mi-24 helicopters. Some of them, the source said, arrived on 18 September as the escort of a transport.

The state channel Rossiya reported an offensive of the Syrian army in the north of Homs. Over 5,000 militants were hiding there, it said, and Russian pilots would help to find their positions. Most of the rebels whom Washington supports, it added, are changing over to the Islamists.

Four years of war have killed more than 240,000 people and driven millions from their homes.

To demand that Assad go while the country is in such a state was unrealistic, Lavrov said.
`,
};
