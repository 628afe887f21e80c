import type { ListFormat } from '../../src/entities/list-readers.ts';

/** Small list files written by us in the official schemas. All subjects are invented. */

export const UN_SAMPLE = `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2025-01-31T00:00:00.000Z">
<INDIVIDUALS>
<INDIVIDUAL><DATAID>1</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>HONG</FIRST_NAME><SECOND_NAME>KIL-TONG</SECOND_NAME>
<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.901</REFERENCE_NUMBER><LISTED_ON>2016-03-02</LISTED_ON><GENDER>Male</GENDER>
<NAME_ORIGINAL_SCRIPT>홍길동</NAME_ORIGINAL_SCRIPT><COMMENTS1>Invented.</COMMENTS1>
<DESIGNATION><VALUE>Director</VALUE></DESIGNATION><NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>
<LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE><LAST_DAY_UPDATED><VALUE>2017-06-02</VALUE></LAST_DAY_UPDATED>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Hong Gil-dong (洪吉童)</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Director</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1958</FROM_YEAR><TO_YEAR>1960</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1961</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1959-04-05</DATE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Hamhung</CITY><COUNTRY>Democratic People's Republic of Korea</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>PS 123 456</NUMBER><ISSUING_COUNTRY>Democratic People's Republic of Korea</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
<SORT_KEY/><SORT_KEY_LAST_MOD/></INDIVIDUAL>
<INDIVIDUAL><FIRST_NAME>NOBODY</FIRST_NAME><REFERENCE_NUMBER></REFERENCE_NUMBER></INDIVIDUAL>
</INDIVIDUALS>
<ENTITIES>
<ENTITY><DATAID>2</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>SAMPLE SHIPPING COMPANY</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
<REFERENCE_NUMBER>KPe.901</REFERENCE_NUMBER><LISTED_ON>2018-03-30</LISTED_ON><COMMENTS1>Owner of vessels. IMO number: 5982254.</COMMENTS1>
<LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE><ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Earlier Shipping</ALIAS_NAME></ENTITY_ALIAS>
<ENTITY_ADDRESS><CITY>Pyongyang</CITY><COUNTRY>Democratic People's Republic of Korea</COUNTRY></ENTITY_ADDRESS><SORT_KEY/><SORT_KEY_LAST_MOD/><DELISTED_ON>2024-05-01</DELISTED_ON></ENTITY>
</ENTITIES></CONSOLIDATED_LIST>`;

export const OFAC_SDN_SAMPLE = `90001,"MUSTERMANN, Erika","individual","TEST] [TEST2","Director",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 12 Aug 1964; alt. DOB circa 1965; POB Berlin, Germany; nationality Germany; Gender Female; Passport C01X00T47 (Germany) expires 01 Jan 2024; a.k.a. 'RIKA'; Linked To: SAMPLE."\r
90002,"SAMPLE STAR","vessel","TEST",-0- ,"ABCD1","Bulk Carrier","21,000","12,000","Panama","Sample Shipping",Vessel Registration Identification IMO 9074729; MMSI 351234567; Former Vessel Flag Togo.\r
90003,"SAMPLE, TRADING ""QUOTED"" LTD.",-0- ,"TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Tax ID No. 12345678 (Panama); Registration Number 998877."\r
broken row\r
\u001a`;
export const OFAC_ALT_SAMPLE = `90001,1,"aka","MUSTERFRAU, Erika",-0- \r\n90002,2,"fka","EARLIER STAR",-0- \r\n99999,3,"aka","NOBODY",-0- \r\n`;
export const OFAC_ADD_SAMPLE = `90001,1,"Main Street 1","Berlin","Germany",-0- \r\n`;

export const OFAC_ADVANCED_SAMPLE = `<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="https://example.test/ADVANCED_XML"><DateOfIssue><Year>2024</Year><Month>1</Month><Day>2</Day></DateOfIssue>
<ReferenceValueSets>
<AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
<CountryValues><Country ID="11082" ISO2="DE">Germany</Country></CountryValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="3">Vessel Flag</FeatureType><FeatureType ID="24">Former Vessel Flag</FeatureType><FeatureType ID="1">Vessel Call Sign</FeatureType></FeatureTypeValues>
<DetailReferenceValues><DetailReference ID="91">Panama</DetailReference></DetailReferenceValues>
<IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType><IDRegDocType ID="1626">Vessel Registration Identification</IDRegDocType></IDRegDocTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType><NamePartType ID="1526">Vessel Name</NamePartType></NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="4">Transport</PartyType></PartyTypeValues>
</ReferenceValueSets>
<Locations><Location ID="50"><LocationCountry CountryID="11082"/></Location></Locations>
<IDRegDocuments><IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="700" IssuedBy-CountryID="11082"><IDRegistrationNo>C01X00T47</IDRegistrationNo></IDRegDocument>
<IDRegDocument ID="2" IDRegDocTypeID="1626" IdentityID="701"><IDRegistrationNo>IMO 9074729</IDRegistrationNo></IDRegDocument></IDRegDocuments>
<DistinctParties>
<DistinctParty FixedRef="90001"><Profile ID="90001" PartySubTypeID="4"><Identity ID="700" Primary="true">
<Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="1">Mustermann</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="2">Erika</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName ID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="2">Rika</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1520"/></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups></Identity>
<Feature FeatureTypeID="8"><FeatureVersion><DatePeriod><Start Approximate="false"><From><Year>1964</Year><Month>1</Month><Day>1</Day></From></Start><End><To><Year>1964</Year><Month>12</Month><Day>31</Day></To></End></DatePeriod></FeatureVersion></Feature>
<Feature FeatureTypeID="10"><FeatureVersion><VersionLocation LocationID="50"/></FeatureVersion></Feature></Profile></DistinctParty>
<DistinctParty FixedRef="90002"><Profile ID="90002" PartySubTypeID="1"><Identity ID="701" Primary="true"><Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="3"><DocumentedNamePart><NamePartValue NamePartGroupID="3">SAMPLE STAR</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity>
<Feature FeatureTypeID="3"><FeatureVersion><VersionLocation LocationID="50"/></FeatureVersion></Feature><Feature FeatureTypeID="24"><FeatureVersion><VersionDetail DetailReferenceID="91"/></FeatureVersion></Feature>
<Feature FeatureTypeID="1"><FeatureVersion><VersionDetail DetailTypeID="1432">ABCD1</VersionDetail></FeatureVersion></Feature></Profile></DistinctParty>
<DistinctParty FixedRef=""><Profile ID="9"/></DistinctParty>
</DistinctParties>
<SanctionsEntries><SanctionsEntry ID="1" ProfileID="90001"><EntryEvent><Date><Year>2016</Year><Month>3</Month><Day>16</Day></Date></EntryEvent><SanctionsMeasure><Comment>TEST2</Comment></SanctionsMeasure></SanctionsEntry></SanctionsEntries>
</Sanctions>`;

export const EU_SAMPLE = `<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-02-03T10:00:00.000+01:00" globalFileId="1">
<sanctionEntity designationDetails="" unitedNationId="KPi.901" euReferenceNumber="EU.9001.11" logicalId="9001"><remark>Invented.</remark>
<regulation regulationType="amendment" publicationDate="2017-03-01" entryIntoForceDate="2017-03-02" programme="PRK"/>
<subjectType code="person" classificationCode="P"/>
<nameAlias firstName="Kil-tong" lastName="HONG" wholeName="HONG Kil-tong" function="Director" gender="M" title="" strong="true"/>
<nameAlias wholeName="The Director" gender="" strong="false"/>
<citizenship countryIso2Code="KP" countryDescription="NORTH KOREA"/>
<birthdate circa="true" yearRangeFrom="1958" yearRangeTo="1960" city="Hamhung" countryIso2Code="KP"/>
<identification number="PS123456" identificationTypeCode="passport" identificationTypeDescription="National passport"/></sanctionEntity>
<sanctionEntity logicalId=""><subjectType code="person"/></sanctionEntity>
</export>`;

export const UK_SAMPLE = `Report Date: 04-Feb-2025
Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title,Name non-latin script,Regime Name,Designation Type,Other Information,Address Line 1,Address Country,Date Designated,D.O.B,Nationality(/ies),Passport number,Gender,IMO number,Current believed flag of ship
31/12/2020,TST0001,13001,KPi.901,HONG,Kil,Tong,,,,Primary Name,,,홍길동,Sample Regime,Individual,Invented,1 Street,North Korea,02/03/2016,"05/04/1959;00/00/1960",North Korea,(1) PS123456 (2) PS999999,Male,,
31/12/2020,TST0001,13001,KPi.901,DIRECTOR,,,,,,Alias,Low quality,,,Sample Regime,Individual,Invented,2 Street,North Korea,02/03/2016,,,,Male,,
31/12/2020,TST0002,,,SAMPLE STAR,,,,,,Primary Name,,,,Sample Regime,Ship,,,,02/03/2016,,,,,9074729,Panama
`;

export const FTM_SAMPLE = `{"id":"NK-1","caption":"Erika Mustermann","schema":"Person","properties":{"name":["Erika Mustermann"],"birthDate":["1964-08-12"],"nationality":["de"]},"datasets":["sample_list"],"first_seen":"2023-01-01T00:00:00"}
{"id":"NK-2","caption":"x","schema":"Sanction","properties":{"entity":["NK-1"],"listingDate":["2016-03-02"]},"datasets":["sample_list"]}
not json
{"op":"ADD","entity":{"id":"NK-3","caption":"SAMPLE STAR","schema":"Vessel","properties":{"name":["SAMPLE STAR"],"imoNumber":["IMO9074729"]}}}
{"id":"NK-4","schema":"Person"}
`;

export const VESSELS_SAMPLE = `designations:
  - id: imo-9074729
    names: ["SAMPLE STAR", "EARLIER STAR"]
    kind: vessel
    listed: 2016-03-02
    source: https://example.test/list
  - id: imo-9074729
    names: ["SAMPLE STAR"]
    kind: vessel
    listed: 2018-03-30
  - kind: vessel
`;

/** All columns of the official file, in its order. */
export const UK_OFFICIAL_SAMPLE = `Report Date: 20-Feb-2026
Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,National Identifier additional information,Passport number,Passport additional information,Position,Gender,Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,Business registration number (s),IMO number,Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)
09/02/2026,TST0009,90001,,SAMPLE STAR,,,,,,Primary Name,,,,,,Sample Regime,Ship,UK,Specified ship,,,,,,,,,,,,,,09/02/2026,,,,,,,,,,,,,,,9074729,,,Panama,Togo (until 2024),Tanker,1000,,1999,
09/02/2026,TST0009,90001,,EARLIER STAR,,,,,,Previous Name,,,,,,Sample Regime,Ship,UK,Specified ship,,,,,,,,,,,,,,09/02/2026,,,,,,,,,,,,,,,9074729,,,Panama,,,,,,
09/02/2026,TST0010,90002,,MUSTERMANN,Erika,Anna,,,,Primary Name,,Ms,Эрика МУСТЕРМАН,Cyrillic,Russian,Sample Regime,Individual,UK,Asset freeze|Travel Ban,Invented,,1 Street,,,,,Town,AB1,Russia,,,,01/01/2024,dd/mm/1961,Russia,,,,,Director,Female,Moscow,Russia,,,,,,,,,,,,,,
`;

/** A file of every format: a format without one does not compile. */
export const LIST_SAMPLES: Readonly<Record<ListFormat, string>> = {
  'un-consolidated': UN_SAMPLE,
  'ofac-advanced': OFAC_ADVANCED_SAMPLE,
  'eu-fsf': EU_SAMPLE,
  'ftm-lines': FTM_SAMPLE,
  'regime-vessels': VESSELS_SAMPLE,
  'uk-sanctions': UK_SAMPLE,
  'ofac-sdn': OFAC_SDN_SAMPLE,
  'ofac-alt': OFAC_ALT_SAMPLE,
  'ofac-add': OFAC_ADD_SAMPLE,
};
