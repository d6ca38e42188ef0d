/**
 * The article of the sample: a report in the desk's own words about statements on the first Russian air strikes in
 * Syria. It is sample data, and holds nothing but what was publicly stated at the time.
 */
export const article = {
  title: "Moscow turns down criticism of its first strikes in Syria",
  text: `Moscow has turned down the criticism of its first air strikes in Syria. Talk of a target other than Islamic State has no foundation, Foreign Minister Sergei Lavrov said in New York; whoever doubts it should show the proof. He also rejected the accusation that civilians had died.

American officials had voiced doubt that the strikes were aimed at Islamic State. As far as they could see, the places that were hit are not held by that group.

The head of Syria's main opposition group said that 36 civilians had been killed in the province of Homs. Asked about civilians, Lavrov answered that Moscow had no data of that kind, and that care was taken to keep the strikes exact.

By the account of the defence ministry in Moscow, its aircraft flew 20 sorties and hit eight targets of Islamic State, a command post in the mountains among them.

Washington complained that it had been told of the strikes only an hour ahead. Both sides nevertheless want their officers to talk soon, so that their aircraft do not get in each other's way.

Senators in Moscow had approved the deployment the day before, in a closed session and without a vote against.

Whether the Free Syrian Army counts as a target, the Kremlin's spokesman Dmitry Peskov left open. Did it exist at all, he asked in return, and had not most of its fighters gone over to Islamic State?

The state channel Rossiya reported an offensive of the Syrian army in the north of Homs. Over 5,000 militants were hiding there, it said, and Russian pilots would help to find their positions.

Four years of war have killed more than 240,000 people and driven millions from their homes.

To demand that Assad go while the country is in such a state was unrealistic, Lavrov said.
`,
};
